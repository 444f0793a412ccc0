package org.tanggap.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON text. The names below are what is stored; they never change, whatever the classes
 * are called. Unknown members are passed over, so that an older reader copes with a newer event.
 */
final class EventCodec {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addMixIn(ComplaintEvent.class, EventNames.class)
          .addMixIn(LocationEvidence.class, EvidenceNames.class)
          .addMixIn(Routing.class, RoutingNames.class)
          .build();

  String write(ComplaintEvent event) {
    return mapper.writerFor(ComplaintEvent.class).writeValueAsString(event);
  }

  ComplaintEvent read(ComplaintId id, String json) {
    ComplaintEvent event;
    try {
      event = mapper.readValue(json, ComplaintEvent.class);
    } catch (JacksonException e) {
      // The cause would quote what is stored, so it is left out.
      event = null;
    }
    if (event == null) {
      throw new StoreException("an event of complaint " + id + " cannot be read", null);
    }
    return event;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "received", value = ComplaintEvent.Received.class),
    @JsonSubTypes.Type(name = "routed", value = ComplaintEvent.Routed.class),
    @JsonSubTypes.Type(name = "assigned", value = ComplaintEvent.Assigned.class),
    @JsonSubTypes.Type(name = "work-started", value = ComplaintEvent.WorkStarted.class),
    @JsonSubTypes.Type(name = "answered", value = ComplaintEvent.Answered.class),
    @JsonSubTypes.Type(name = "resolved", value = ComplaintEvent.Resolved.class),
    @JsonSubTypes.Type(name = "rejected", value = ComplaintEvent.Rejected.class),
    @JsonSubTypes.Type(name = "reopened", value = ComplaintEvent.Reopened.class)
  })
  private interface EventNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "evidence")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "point", value = LocationEvidence.Point.class),
    @JsonSubTypes.Type(name = "box", value = LocationEvidence.Box.class),
    @JsonSubTypes.Type(name = "circle", value = LocationEvidence.Circle.class),
    @JsonSubTypes.Type(name = "described", value = LocationEvidence.Described.class),
    @JsonSubTypes.Type(name = "unusable", value = LocationEvidence.Unusable.class),
    @JsonSubTypes.Type(name = "none", value = LocationEvidence.None.class)
  })
  private interface EvidenceNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "routed", value = Routing.Routed.class),
    @JsonSubTypes.Type(name = "ambiguous", value = Routing.Ambiguous.class),
    @JsonSubTypes.Type(name = "outside", value = Routing.Outside.class),
    @JsonSubTypes.Type(name = "needs-location", value = Routing.NeedsLocation.class)
  })
  private interface RoutingNames {}
}
