package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.LocationEvidence;

/** Real reports of the Jakarta floods of February 2017; the data is not part of the library. */
class FloodReportsTest {

  @Test
  void all602ReportsOf2017AreReadWithTheirPlaceAndTime() {
    Path file = Path.of(System.getProperty("tanggap.shared", "."), "data/flood-reports-2017.csv");
    assumeTrue(Files.exists(file), "the real feed flood-reports-2017.csv is not here");
    List<ChannelMessage> messages = Feeds.all(Feeds.reading(file).pageSize(100).build(), null);
    assertThat(messages).hasSize(602).hasOnlyElementsOfType(ChannelMessage.NewReport.class);
    assertThat(Feeds.keys(messages)).doesNotHaveDuplicates().allMatch(key -> key.startsWith("PB"));
    assertThat(messages)
        .extracting(message -> ((ChannelMessage.NewReport) message).report())
        .allSatisfy(
            report -> {
              assertThat(report.location()).isInstanceOf(LocationEvidence.Point.class);
              assertThat(report.sentAt())
                  .isBetween(
                      Instant.parse("2017-02-19T17:00:00Z"), Instant.parse("2017-02-22T17:00:00Z"));
            })
        .filteredOn(Report::isEmpty)
        .hasSizeLessThan(10);
  }
}
