package org.tanggap.account;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with all its faults. */
public final class AccountsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The faults; kept as texts too, in the message. */
  private final transient List<AccountFault> faults;

  AccountsException(List<AccountFault> faults) {
    super(
        faults.stream()
            .map(AccountFault::toString)
            .collect(
                Collectors.joining(
                    "\n  ", "the accounts have " + faults.size() + " faults\n  ", "")));
    this.faults = List.copyOf(faults);
  }

  /**
   * What is wrong.
   *
   * @return all faults, at least one
   */
  public List<AccountFault> faults() {
    return faults;
  }
}
