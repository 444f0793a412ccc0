package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Histories;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Category;

/** What is known of a place, and where it was found to be, as they stand in databases already. */
class StoredPlacesTest {

  private static final String AT = "'at':'2026-11-21T02:15:00Z'";
  private static final String SYSTEM = AT + ",'by':{'kind':'SYSTEM','id':''}";
  private static final String PERSON = "{'value':'01939e4c-0000-7000-8000-000000000001'}";
  private static final String BANDUNG =
      "{'areas':[{'code':'32.73','name':'Kota Bandung','level':'CITY'},"
          + "{'code':'32','name':'Jawa Barat','level':'PROVINCE'}]}";

  static Stream<Arguments> places() {
    return Stream.of(
        received(
            new LocationEvidence.Point(
                Position.of(-6.5, 106.5), LocationEvidence.Source.DEVICE_GPS, 12.5),
            "{'evidence':'point','position':{'latitude':-6.5,'longitude':106.5},"
                + "'source':'DEVICE_GPS','accuracyMetres':12.5}"),
        received(
            new LocationEvidence.Box(Position.of(-6.5, 106.5), Position.of(-6.0, 107.0)),
            "{'evidence':'box','southWest':{'latitude':-6.5,'longitude':106.5},"
                + "'northEast':{'latitude':-6.0,'longitude':107.0}}"),
        received(
            new LocationEvidence.Circle(Position.of(-6.5, 106.5), 1_500),
            "{'evidence':'circle','middle':{'latitude':-6.5,'longitude':106.5},"
                + "'radiusMetres':1500.0}"),
        received(
            new LocationEvidence.Described("depan pasar"),
            "{'evidence':'described','text':'depan pasar'}"),
        received(
            new LocationEvidence.Unusable(LocationEvidence.Problem.ZERO_ZERO),
            "{'evidence':'unusable','problem':'ZERO_ZERO'}"),
        received(LocationEvidence.none(), "{'evidence':'none'}"),
        routed(
            new Routing.Routed(
                Jakarta.BANDUNG, Double.NaN, "v1", List.of(), Set.of(Routing.Remark.IN_GAP)),
            "{'outcome':'routed','jurisdiction':"
                + BANDUNG
                + ",'borderMetres':'NaN','boundaryVersion':'v1','runnersUp':[],"
                + "'remarks':['IN_GAP']}"),
        routed(
            Jakarta.between(Jakarta.BANDUNG, Jakarta.BANDUNG),
            "{'outcome':'ambiguous','candidates':[{'jurisdiction':"
                + BANDUNG
                + ",'probability':0.5},{'jurisdiction':"
                + BANDUNG
                + ",'probability':0.5}],'boundaryVersion':'v1'}"),
        routed(
            new Routing.Outside(Jakarta.BANDUNG, 12.5, Routing.Suspicion.LOST_MINUS_SIGN, "v1"),
            "{'outcome':'outside','nearest':"
                + BANDUNG
                + ",'metres':12.5,'suspicion':'LOST_MINUS_SIGN','boundaryVersion':'v1'}"),
        routed(
            new Routing.NeedsLocation(Routing.Missing.NO_PLACE),
            "{'outcome':'needs-location','missing':'NO_PLACE'}"));
  }

  private static Arguments received(LocationEvidence evidence, String stored) {
    return Arguments.of(
        new ComplaintEvent.Received(
            Histories.RECEIVED_AT,
            Actor.reporter(),
            new MessageKey(AccountId.of("feed", "jakarta"), "m-1"),
            "Jalan berlubang",
            evidence,
            Category.of("road.pothole"),
            List.of(),
            Histories.RECEIVED_AT,
            new ReporterId(Histories.ID.value()),
            new Discretion(true, false)),
        "{'event':'received',"
            + AT
            + ",'by':{'kind':'REPORTER','id':''},'message':{'account':{'kind':'feed',"
            + "'name':'jakarta'},'externalId':'m-1'},'text':'Jalan berlubang','location':"
            + stored
            + ",'category':{'code':'road.pothole'},'photos':[],"
            + "'sentAt':'2026-11-21T02:15:00Z',"
            + "'reporter':"
            + PERSON
            + ",'discretion':{'anonymous':true,'secret':false}}");
  }

  private static Arguments routed(Routing routing, String stored) {
    return Arguments.of(
        new ComplaintEvent.Routed(Histories.RECEIVED_AT, Actor.system(), routing),
        "{'event':'routed'," + SYSTEM + ",'routing':" + stored + "}");
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_place_is_stored_under_these_names(ComplaintEvent event, String quoted) {
    String stored = quoted.replace('\'', '"');

    assertThat(new EventCodec().write(event)).isEqualTo(stored);
    assertThat(new EventCodec().read(Histories.ID, stored)).isEqualTo(event);
  }

  @Test
  void no_kind_of_evidence_or_routing_is_forgotten_here() {
    String everything = places().map(it -> String.valueOf(it.get()[1])).reduce("", String::concat);

    assertThat(everything.split("'evidence':")).hasSize(1 + kinds(LocationEvidence.class));
    assertThat(everything.split("'outcome':")).hasSize(1 + kinds(Routing.class));
  }

  private static int kinds(Class<?> sealed) {
    return sealed.getPermittedSubclasses().length;
  }
}
