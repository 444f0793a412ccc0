package org.tanggap.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.testkit.PullChannelContract;
import org.tanggap.testkit.PushChannelContract;
import org.tanggap.testkit.ReplyChannelContract;

/** Runs the contracts on adapters that break them: what everything passes proves nothing. */
class BrokenPigeonsTest {

  private static final String BROKEN = "org.tanggap.broken";

  @ExtendWith(Chosen.class)
  static final class Pulling extends PigeonPullTest {

    private final BrokenPigeon.Connection connection;

    Pulling(BrokenPigeon broken) {
      this.connection = broken.connection();
    }

    @Override
    protected PullChannel connect() {
      return connection.to(pigeons());
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(1);
    }
  }

  @ExtendWith(Chosen.class)
  static final class Pushing extends PigeonPushTest {

    private final BrokenPigeon.Connection connection;

    Pushing(BrokenPigeon broken) {
      this.connection = broken.connection();
    }

    @Override
    protected PushChannel connect() {
      return connection.to(pigeons());
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(1);
    }
  }

  @ExtendWith(Chosen.class)
  static final class Replying extends PigeonReplyTest {

    private final BrokenPigeon.Connection connection;

    Replying(BrokenPigeon broken) {
      this.connection = broken.connection();
    }

    @Override
    protected ReplyChannel connect() {
      return connection.to(pigeons());
    }
  }

  /** Gives the broken adapter that a run was started for. */
  static final class Chosen implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == BrokenPigeon.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> contract = context.getRequiredTestClass();
      return BrokenPigeon.named(
          context.getConfigurationParameter(BROKEN).orElseThrow(),
          contract == Pulling.class
              ? BrokenPulls.ALL
              : contract == Pushing.class ? BrokenPushes.ALL : BrokenReplies.ALL);
    }
  }

  private static TestExecutionSummary run(Class<?> contract, BrokenPigeon broken, String promise) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(contract, promise))
            .configurationParameter(BROKEN, broken.name())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static Stream<DynamicTest> noticed(Class<?> contract, List<BrokenPigeon> all) {
    return all.stream().map(it -> dynamicTest(it.name(), () -> assertNoticed(contract, it)));
  }

  private static void assertNoticed(Class<?> contract, BrokenPigeon broken) {
    TestExecutionSummary summary = run(contract, broken, broken.promise());

    assertThat(summary.getFailures()).as(broken.promise()).hasSize(1);
    assertThat(summary.getFailures().get(0).getException()).isInstanceOf(AssertionError.class);
  }

  @TestFactory
  Stream<DynamicTest> the_contract_notices_a_pull_channel_that() {
    return noticed(Pulling.class, BrokenPulls.ALL);
  }

  @TestFactory
  Stream<DynamicTest> the_contract_notices_a_push_channel_that() {
    return noticed(Pushing.class, BrokenPushes.ALL);
  }

  @TestFactory
  Stream<DynamicTest> the_contract_notices_a_reply_channel_that() {
    return noticed(Replying.class, BrokenReplies.ALL);
  }

  @Test
  void a_sound_adapter_passes_by_the_same_way() {
    for (Class<?> contract : List.of(Pulling.class, Pushing.class)) {
      assertThat(run(contract, BrokenPigeon.SOUND, "hostile_words_come_unharmed"))
          .returns(1L, TestExecutionSummary::getTestsSucceededCount);
    }
    assertThat(run(Replying.class, BrokenPigeon.SOUND, "hostile_words_arrive_unharmed"))
        .returns(1L, TestExecutionSummary::getTestsSucceededCount);
  }

  @Test
  void every_promise_is_broken_by_somebody() {
    assertThat(promises(BrokenPulls.ALL))
        .containsExactlyElementsOf(tests(PullChannelContract.class));
    assertThat(promises(BrokenPushes.ALL))
        .containsExactlyElementsOf(tests(PushChannelContract.class));
    assertThat(promises(BrokenReplies.ALL))
        .containsExactlyElementsOf(tests(ReplyChannelContract.class));
  }

  private static List<String> promises(List<BrokenPigeon> broken) {
    return broken.stream().map(BrokenPigeon::promise).distinct().sorted().toList();
  }

  private static List<String> tests(Class<?> contract) {
    return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .sorted()
        .toList();
  }
}
