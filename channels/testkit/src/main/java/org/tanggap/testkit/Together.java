package org.tanggap.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets several threads do something at the same moment. */
final class Together {

  private Together() {}

  /** Runs the work on that many threads, numbered from 0, and returns what each brought. */
  static <T> List<T> run(int threads, IntFunction<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        tasks.add(() -> startedAt(start, work, number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed beside others: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T startedAt(CyclicBarrier start, IntFunction<T> work, int number)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    return work.apply(number);
  }
}
