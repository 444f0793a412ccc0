package org.tanggap.channel.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.photo.UnusablePhotoException.Reason;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/**
 * A directory of cleaned photos, each named by its content: {@code sha256-<64 hex digits>.jpg}. The
 * same photo is kept once. The time and the position are not kept here: they are in the {@link
 * Photo} that comes back.
 *
 * <p>A photo is written beside its place, forced to the disk and moved there in one step, so a
 * crash leaves no half photo under a photo's name, at worst a file that ends in {@code .part},
 * which may be deleted. Whatever comes is cleaned once more, so that nothing is kept that tells of
 * a place.
 *
 * <p>Thread-safe. Several processes may share a directory; each counts what it found when it was
 * opened and what it has added itself.
 */
public final class PhotoFolder implements PhotoStore {

  private static final Pattern NAME = Pattern.compile("sha256-[0-9a-f]{64}\\.(?:jpg|png|webp)");

  private static final byte[] EMPTY = {};

  private final Path directory;
  private final long maxPhotos;
  private final long maxBytes;
  private final AtomicLong photos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  private PhotoFolder(Path directory, long maxPhotos, long maxBytes) {
    this.directory = directory;
    this.maxPhotos = maxPhotos;
    this.maxBytes = maxBytes;
  }

  /**
   * Opens a directory, made if it is missing. What is there is counted once.
   *
   * @param directory a directory for this alone
   * @param maxPhotos how many photos it may hold
   * @param maxBytes how many bytes they may have together
   * @return the store
   * @throws IllegalArgumentException if a limit is not above zero, or the directory cannot be used
   */
  public static PhotoFolder open(Path directory, long maxPhotos, long maxBytes) {
    if (maxPhotos < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("maxPhotos or maxBytes is not above zero");
    }
    PhotoFolder folder = new PhotoFolder(directory, maxPhotos, maxBytes);
    try {
      Files.createDirectories(directory);
      folder.count();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("directory cannot be made or read", e);
    }
    return folder;
  }

  private void count() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (NAME.matcher(String.valueOf(file.getFileName())).matches()) {
          photos.incrementAndGet();
          bytes.addAndGet(Files.size(file));
        }
      }
    }
  }

  /**
   * Keeps a picture.
   *
   * @throws UnusablePhotoException if it is no picture of the type that is given for it
   * @throws UncheckedIOException if it cannot be written, or the folder is full
   */
  @Override
  public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
    BarePicture bare = BarePicture.of(picture.content());
    if (!bare.type().mediaType().equals(picture.mediaType())) {
      throw new UnusablePhotoException(
          Reason.UNKNOWN_TYPE, "the picture is not of the type that is given for it");
    }
    String name = "sha256-" + sha256(bare.content()) + "." + bare.type().extension();
    try {
      if (!Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        reserve(bare.content().length);
        write(name, bare.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the photo cannot be kept", e);
    }
    return new Photo(name, takenAt, position);
  }

  private void reserve(int size) throws IOException {
    boolean tooMany = photos.incrementAndGet() > maxPhotos;
    boolean tooLarge = bytes.addAndGet(size) > maxBytes;
    if (tooMany || tooLarge) {
      release(size);
      throw new IOException("the folder for photos is full");
    }
  }

  private void release(int size) {
    photos.decrementAndGet();
    bytes.addAndGet(-size);
  }

  private void write(String name, byte[] content) throws IOException {
    boolean moved = false;
    Path part = null;
    try {
      part = Files.createTempFile(directory, "photo-", ".part");
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      moved = move(part, directory.resolve(name));
      forceDirectory();
    } finally {
      if (!moved) {
        release(content.length);
      }
      if (part != null) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** False if another thread was first: its bytes are the same. */
  private static boolean move(Path part, Path place) throws IOException {
    boolean first = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    return first;
  }

  /** The move itself has to reach the disk; where directories cannot be opened, it does anyway. */
  private void forceDirectory() {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows: a directory is no file to open, and its entries are in the journal.
    }
  }

  @Override
  public Optional<Picture> find(String reference) {
    Path file = NAME.matcher(reference).matches() ? directory.resolve(reference) : null;
    if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      byte[] content = Files.size(file) > CleanPhoto.MAX_BYTES ? EMPTY : Files.readAllBytes(file);
      if (!reference.startsWith("sha256-" + sha256(content))) {
        throw new IOException("the photo has changed on the disk");
      }
      return PhotoType.find(content).map(type -> Picture.of(type.mediaType(), content));
    } catch (IOException e) {
      throw new UncheckedIOException("the photo cannot be read", e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
