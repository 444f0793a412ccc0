package org.tanggap.channel.photo;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;

/**
 * The few tags of an EXIF block (CIPA DC-008, Exif 2.32) that are of use here.
 *
 * <p>The block is read by metadata-extractor's TIFF reader, but only the main, the EXIF and the GPS
 * directory, once each, and of them only short tags: read as a whole, a block of 64 KiB whose tags
 * all point to the same bytes would unfold to hundreds of megabytes.
 *
 * @param main orientation
 * @param exif when it was taken
 * @param gps where it was taken
 */
record ExifTags(Directory main, Directory exif, Directory gps) {

  /** A longer block is not read: JPEG has room for 64 KiB, the others for anything. */
  private static final int MAX_BYTES = 1 << 18;

  private static final int LONGEST_TAG = 64;

  /** Reads a block from its byte order mark on; any bytes may be handed in. */
  static ExifTags of(byte[] block) {
    Metadata found = new Metadata();
    if (block.length <= MAX_BYTES) {
      read(block, found);
    }
    return new ExifTags(
        Objects.requireNonNullElseGet(
            found.getFirstDirectoryOfType(ExifIFD0Directory.class), ExifIFD0Directory::new),
        Objects.requireNonNullElseGet(
            found.getFirstDirectoryOfType(ExifSubIFDDirectory.class), ExifSubIFDDirectory::new),
        Objects.requireNonNullElseGet(
            found.getFirstDirectoryOfType(GpsDirectory.class), GpsDirectory::new));
  }

  private static void read(byte[] block, Metadata found) {
    try {
      new TiffReader().processTiff(new ByteArrayReader(block), new ThreeDirectories(found), 0);
    } catch (IOException | TiffProcessingException | RuntimeException e) {
      // A damaged block says as much as could be read before the damage.
    }
  }

  /** How to turn the picture, 1 to 8 as in EXIF; 1 if nothing sensible is written. */
  int orientation() {
    Integer value = main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value != null && value >= 1 && value <= 8 ? value : 1;
  }

  /** A block with one tag: SHORT, one value, in the byte order of Motorola. */
  static byte[] onlyOrientation(int orientation) {
    return ByteBuffer.allocate(26)
        .putInt(0x4d4d002a)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ExifIFD0Directory.TAG_ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static final class ThreeDirectories extends DirectoryTiffHandler {

    private boolean exifSeen;
    private boolean gpsSeen;

    ThreeDirectories(Metadata found) {
      super(found, null);
    }

    @Override
    public void setTiffMarker(int marker) throws TiffProcessingException {
      if (marker != 0x2a) {
        throw new TiffProcessingException("no TIFF");
      }
      pushDirectory(ExifIFD0Directory.class);
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
      boolean inMain = _currentDirectory instanceof ExifIFD0Directory;
      if (inMain && tag == ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET && !exifSeen) {
        exifSeen = true;
        pushDirectory(ExifSubIFDDirectory.class);
        return true;
      }
      if (inMain && tag == ExifIFD0Directory.TAG_GPS_INFO_OFFSET && !gpsSeen) {
        gpsSeen = true;
        pushDirectory(GpsDirectory.class);
        return true;
      }
      return false;
    }

    @Override
    public boolean hasFollowerIfd() {
      return false;
    }

    @Override
    public Long tryCustomProcessFormat(int tag, int format, long count) {
      return null;
    }

    /** True means: dealt with, go on without storing it. */
    @Override
    public boolean customProcessTag(
        int place, Set<Integer> seen, int start, RandomAccessReader reader, int tag, int bytes) {
      return bytes > LONGEST_TAG || !isWanted(tag);
    }

    private boolean isWanted(int tag) {
      if (_currentDirectory instanceof GpsDirectory) {
        return tag <= GpsDirectory.TAG_H_POSITIONING_ERROR;
      }
      return switch (tag) {
        case ExifIFD0Directory.TAG_ORIENTATION,
            ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL,
            ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL ->
            true;
        default -> false;
      };
    }

    @Override
    public void warn(String message) {
      // Nothing is told: what is missing is missing.
    }

    @Override
    public void error(String message) {
      // As above.
    }
  }
}
