package org.tanggap.store;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Photo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The photos of an answer as JSON text, each as it stands in events, see {@link EventCodec}. */
final class PhotoCodec {

  private final JsonMapper mapper = JsonMapper.builder().build();

  String write(List<Photo> photos) {
    return mapper.writeValueAsString(photos);
  }

  List<Photo> read(String json) {
    @Nullable Photo @Nullable [] photos;
    try {
      photos = mapper.readValue(json, Photo[].class);
    } catch (JacksonException e) {
      // The cause would quote what is stored, so it is left out.
      photos = null;
    }
    if (photos == null || Arrays.stream(photos).anyMatch(Objects::isNull)) {
      throw new StoreException("the photos of an answer cannot be read", null);
    }
    return List.of(photos);
  }
}
