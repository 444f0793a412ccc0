package org.tanggap.desk;

/**
 * Is told what the desk has done, after it is stored and on the thread that did it. A listener that
 * throws is logged and does no harm; one that takes long holds the desk up.
 */
@FunctionalInterface
public interface DeskListener {

  /**
   * Something was done.
   *
   * @param event what
   */
  void on(DeskEvent event);
}
