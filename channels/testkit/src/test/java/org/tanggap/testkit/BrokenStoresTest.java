package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;

/** Runs the contract on stores that break it: a contract that everything passes proves nothing. */
class BrokenStoresTest {

  private static final List<Class<?>> STORES =
      Stream.of(
              BrokenStores.class,
              BrokenDeliveries.class,
              BrokenIdentities.class,
              BrokenAccounts.class,
              BrokenFetches.class)
          .flatMap(group -> Arrays.stream(group.getDeclaredClasses()))
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .sorted(Comparator.comparing(Class::getSimpleName))
          .toList();

  /** Parts of the contract of which every promise must be found broken by some store. */
  private static final List<Class<?>> PARTS =
      List.of(
          DeliveryPromises.class,
          ReplyStatePromises.class,
          IdentityPromises.class,
          HintPromises.class,
          CursorPromises.class,
          AccountPromises.class,
          FetchPromises.class);

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

  private static TestExecutionSummary run(DiscoverySelector... selectors) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static List<String> promises(Class<?> store) {
    return List.of(store.getAnnotation(Breaks.class).value());
  }

  @TestFactory
  Stream<DynamicTest> the_contract_notices_a_store_that() {
    return STORES.stream()
        .map(store -> dynamicTest(store.getSimpleName(), () -> assertIsNoticed(store)));
  }

  private static void assertIsNoticed(Class<?> store) {
    TestExecutionSummary summary =
        run(
            promises(store).stream()
                .map(promise -> selectMethod(store, promise))
                .toArray(DiscoverySelector[]::new));

    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier().getDisplayName().replace("()", ""))
        .containsExactlyInAnyOrderElementsOf(promises(store));
  }

  @Test
  void every_promise_of_these_parts_is_broken_by_some_store() {
    List<String> broken = STORES.stream().flatMap(store -> promises(store).stream()).toList();

    assertThat(PARTS)
        .flatMap(part -> Arrays.asList(part.getDeclaredMethods()))
        .filteredOn(method -> method.isAnnotationPresent(Test.class))
        .extracting(Method::getName)
        .hasSizeGreaterThan(70)
        .isSubsetOf(broken);
  }

  @Test
  void a_sound_store_passes_by_the_same_way() {
    TestExecutionSummary summary = run(selectClass(Sound.class));

    assertThat(summary.getTotalFailureCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(170);
  }
}
