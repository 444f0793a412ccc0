package org.tanggap.store;

import java.util.Comparator;
import org.tanggap.complaint.MessageKey;

/** The one order in which rows are written, so that two writers never wait for each other. */
final class MessageOrder {

  static final Comparator<MessageKey> BY_KEY =
      Comparator.<MessageKey, String>comparing(key -> key.account().toString())
          .thenComparing(MessageKey::externalId);

  private MessageOrder() {}
}
