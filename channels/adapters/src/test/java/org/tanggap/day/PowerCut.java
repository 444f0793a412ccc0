package org.tanggap.day;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.random.RandomGenerator;
import org.tanggap.store.ComplaintStore;

/** The process ends in the middle of something. Nothing catches it but the day itself. */
final class PowerCut extends Error {

  private static final long serialVersionUID = 1L;

  private PowerCut() {
    super("the power is cut");
  }

  /**
   * A store at which the power is cut now and then, before or after what a call does.
   *
   * @param store the store
   * @param random decides
   * @param every once in about so many calls; 0 for never
   * @return the same store, in danger
   */
  static ComplaintStore threatens(ComplaintStore store, RandomGenerator random, int every) {
    return (ComplaintStore)
        Proxy.newProxyInstance(
            ComplaintStore.class.getClassLoader(),
            new Class<?>[] {ComplaintStore.class},
            (proxy, method, arguments) -> {
              if (every > 0 && random.nextInt(2 * every) == 0) {
                throw new PowerCut();
              }
              Object result;
              try {
                result = method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (every > 0 && random.nextInt(2 * every) == 0) {
                throw new PowerCut();
              }
              return result;
            });
  }
}
