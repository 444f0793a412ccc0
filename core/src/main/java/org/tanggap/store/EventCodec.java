package org.tanggap.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
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
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private final ObjectWriter writer = mapper.writerFor(ComplaintEvent.class);
  private final ObjectReader reader = mapper.readerFor(ComplaintEvent.class);

  String write(ComplaintEvent event) {
    return writer.writeValueAsString(event);
  }

  ComplaintEvent read(ComplaintId id, String json) {
    ComplaintEvent event;
    try {
      event = reader.readValue(json);
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
    @JsonSubTypes.Type(name = "verified", value = ComplaintEvent.Verified.class),
    @JsonSubTypes.Type(name = "assigned", value = ComplaintEvent.Assigned.class),
    @JsonSubTypes.Type(name = "forwarded", value = ComplaintEvent.Forwarded.class),
    @JsonSubTypes.Type(name = "referred", value = ComplaintEvent.Referred.class),
    @JsonSubTypes.Type(name = "work-started", value = ComplaintEvent.WorkStarted.class),
    @JsonSubTypes.Type(name = "reporter-asked", value = ComplaintEvent.ReporterAsked.class),
    @JsonSubTypes.Type(name = "message-added", value = ComplaintEvent.MessageAdded.class),
    @JsonSubTypes.Type(name = "message-deleted", value = ComplaintEvent.MessageDeleted.class),
    @JsonSubTypes.Type(name = "claimed", value = ComplaintEvent.Claimed.class),
    @JsonSubTypes.Type(name = "released", value = ComplaintEvent.Released.class),
    @JsonSubTypes.Type(name = "answered", value = ComplaintEvent.Answered.class),
    @JsonSubTypes.Type(name = "noted", value = ComplaintEvent.Noted.class),
    @JsonSubTypes.Type(name = "scheduled", value = ComplaintEvent.Scheduled.class),
    @JsonSubTypes.Type(name = "resolved", value = ComplaintEvent.Resolved.class),
    @JsonSubTypes.Type(name = "check-passed", value = ComplaintEvent.CheckPassed.class),
    @JsonSubTypes.Type(name = "check-failed", value = ComplaintEvent.CheckFailed.class),
    @JsonSubTypes.Type(name = "rejected", value = ComplaintEvent.Rejected.class),
    @JsonSubTypes.Type(name = "clarified", value = ComplaintEvent.Clarified.class),
    @JsonSubTypes.Type(name = "confirmed", value = ComplaintEvent.Confirmed.class),
    @JsonSubTypes.Type(name = "disputed", value = ComplaintEvent.Disputed.class),
    @JsonSubTypes.Type(name = "reopened", value = ComplaintEvent.Reopened.class),
    @JsonSubTypes.Type(name = "closed", value = ComplaintEvent.Closed.class),
    @JsonSubTypes.Type(name = "merged", value = ComplaintEvent.Merged.class),
    @JsonSubTypes.Type(name = "absorbed", value = ComplaintEvent.Absorbed.class),
    @JsonSubTypes.Type(name = "followed", value = ComplaintEvent.Followed.class),
    @JsonSubTypes.Type(name = "priority-changed", value = ComplaintEvent.PriorityChanged.class),
    @JsonSubTypes.Type(name = "category-changed", value = ComplaintEvent.CategoryChanged.class),
    @JsonSubTypes.Type(name = "alerted", value = ComplaintEvent.Alerted.class)
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
