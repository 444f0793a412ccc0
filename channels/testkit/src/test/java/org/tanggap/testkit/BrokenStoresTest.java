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
      Map.of(
          BrokenStores.LosesTheCursor.class,
          "a_commit_writes_everything_in_it",
          BrokenStores.ForgetsVersions.class,
          "a_commit_for_a_complaint_that_has_moved_on_writes_nothing",
          BrokenStores.TakesMessagesTwice.class,
          "a_commit_with_a_message_that_was_taken_writes_nothing",
          BrokenStores.KeepsHalfOfARefusedCommit.class,
          "a_refused_commit_leaves_no_identity_behind",
          BrokenStores.LeavesOutTwice.class,
          "what_was_left_out_is_kept_once_for_each_account_and_place",
          BrokenStores.ListsTheNewestFirst.class,
          "pages_run_from_the_oldest_complaint_to_the_newest",
          BrokenStores.KnowsNoLease.class,
          "a_claimed_reply_is_nobody_elses_until_the_lease_ends",
          BrokenStores.ForgetsSettlements.class,
          "a_settled_reply_never_comes_back",
          BrokenStores.SaysItIsDurable.class,
          "a_store_that_was_closed_and_opened_has_kept_everything");

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
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
  }
}
