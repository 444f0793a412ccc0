package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;

/** Runs the contract on stores that break it: a contract that everything passes proves nothing. */
class BrokenStoresTest {

  /** Which promise must be found broken, at the least. */
  private static final Map<Class<?>, String> BROKEN =
      Map.ofEntries(
          Map.entry(BrokenStores.LosesTheCursor.class, "a_commit_writes_everything_in_it"),
          Map.entry(
              BrokenStores.ForgetsVersions.class,
              "a_commit_for_a_complaint_that_has_moved_on_writes_nothing"),
          Map.entry(
              BrokenStores.TakesMessagesTwice.class,
              "a_commit_with_a_message_that_was_taken_writes_nothing"),
          Map.entry(
              BrokenStores.KeepsHalfOfARefusedCommit.class,
              "a_refused_commit_leaves_no_identity_behind"),
          Map.entry(
              BrokenStores.LeavesOutTwice.class,
              "what_was_left_out_is_kept_once_for_each_account_and_place"),
          Map.entry(
              BrokenStores.ListsTheNewestFirst.class,
              "pages_run_from_the_oldest_complaint_to_the_newest"),
          Map.entry(
              BrokenStores.KnowsNoLease.class,
              "a_claimed_reply_is_nobody_elses_until_the_lease_ends"),
          Map.entry(BrokenStores.ForgetsSettlements.class, "a_settled_reply_never_comes_back"),
          Map.entry(
              BrokenStores.SaysItIsDurable.class,
              "a_store_that_was_closed_and_opened_has_kept_everything"),
          Map.entry(
              BrokenStores.ListsWhatIsFinished.class,
              "open_complaints_are_those_on_which_somebody_has_to_do_something"),
          Map.entry(
              BrokenStores.TakesNamesakesForParts.class,
              "an_area_holds_what_lies_below_it_and_no_namesake"),
          Map.entry(
              BrokenStores.LeavesOutTheBorder.class,
              "a_box_holds_the_points_on_its_border_and_none_beyond"),
          Map.entry(
              BrokenStores.ForgetsThePlaceAmongEquals.class,
              "every_order_pages_through_everything_once"),
          Map.entry(
              BrokenStores.SkipsChanges.class,
              "who_follows_the_changes_misses_none_while_others_write"),
          Map.entry(
              BrokenStores.LooksTooEarly.class,
              "a_complaint_is_claimed_when_its_time_has_come_and_not_before"),
          Map.entry(
              BrokenStores.KnowsNoLeaseOfClocks.class,
              "a_claimed_complaint_is_nobody_elses_until_the_lease_ends"),
          Map.entry(
              BrokenStores.NotesForTheOutdated.class,
              "nothing_is_noted_for_a_complaint_that_has_other_events_by_now"),
          Map.entry(
              BrokenStores.MixesUpChannels.class,
              "a_person_is_found_by_the_handle_on_its_kind_of_channel"),
          Map.entry(
              BrokenStores.ForgetsOneReferenceOnly.class,
              "an_erasure_forgets_every_reference_to_the_same_handle_and_nobody_else"),
          Map.entry(
              BrokenStores.KeepsTheWords.class,
              "nothing_that_can_be_read_holds_the_handle_the_name_or_the_words"),
          Map.entry(
              BrokenStores.CountsWhatItDoesNotRedact.class,
              "one_complaint_is_redacted_without_touching_another_or_its_person"),
          Map.entry(
              BrokenStores.AnswersTheErased.class,
              "answers_to_an_erased_person_are_emptied_and_those_that_wait_are_withdrawn"),
          Map.entry(
              BrokenStores.BelievesTheWriter.class,
              "a_writer_who_read_before_the_erasure_brings_no_words_back"),
          Map.entry(
              BrokenStores.LetsTheLateSettle.class,
              "a_settlement_that_comes_late_does_not_touch_what_is_tried_again"),
          Map.entry(
              BrokenStores.RetriesAnything.class,
              "only_what_was_given_up_or_left_to_a_person_can_be_tried_again"),
          Map.entry(
              BrokenStores.ListsAnswersFromTheBeginning.class,
              "answers_in_a_state_are_listed_in_pages_ordered_by_their_ids"));

  static final class Sound extends ComplaintStoreContract {
    @Override
    protected ComplaintStore open() {
      return new MemoryStore();
    }

    @Override
    protected boolean durable() {
      return false;
    }
  }

  private static TestExecutionSummary run(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static List<String> brokenPromises(Class<?> contract) {
    return run(contract).getFailures().stream()
        .map(failure -> failure.getTestIdentifier().getDisplayName().replace("()", ""))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> the_contract_notices_a_store_that() {
    return BROKEN.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey().getSimpleName(),
                    () -> assertThat(brokenPromises(entry.getKey())).contains(entry.getValue())));
  }

  @Test
  void every_broken_store_is_tried() {
    assertThat(
            Arrays.stream(BrokenStores.class.getDeclaredClasses())
                .filter(type -> !Modifier.isAbstract(type.getModifiers())))
        .containsExactlyInAnyOrderElementsOf(BROKEN.keySet());
  }

  @Test
  void a_sound_store_passes_by_the_same_way() {
    TestExecutionSummary summary = run(Sound.class);

    assertThat(summary.getTotalFailureCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(90);
  }
}
