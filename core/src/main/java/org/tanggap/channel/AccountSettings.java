package org.tanggap.channel;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;

/**
 * The settings of one account, as a {@link ChannelProvider} reads them. What is missing or wrong is
 * noted and a stand-in is given back, so that one reading finds all faults; so are settings that
 * nobody has asked for. Used by one thread.
 *
 * <p>A list is written with commas. A credential is never written down: the setting refers to it.
 */
public final class AccountSettings {

  private static final URI STAND_IN = URI.create("https://missing.invalid");

  private final AccountId account;
  private final Map<String, String> values;
  private final CredentialSource credentials;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  private AccountSettings(
      AccountId account, Map<String, String> values, CredentialSource credentials) {
    this.account = account;
    this.values = values;
    this.credentials = credentials;
  }

  /**
   * Settings.
   *
   * @param account the account
   * @param values the settings by name
   * @param credentials where credentials lie
   * @return the settings, nothing read yet
   */
  public static AccountSettings of(
      AccountId account, Map<String, String> values, CredentialSource credentials) {
    return new AccountSettings(
        Objects.requireNonNull(account, "account"),
        new TreeMap<>(values),
        Objects.requireNonNull(credentials, "credentials"));
  }

  /**
   * The account.
   *
   * @return the account
   */
  public AccountId account() {
    return account;
  }

  /**
   * A text that has to be there.
   *
   * @param name the setting
   * @return the text
   */
  public String text(String name) {
    String value = value(name);
    return value == null ? fault(name, "is missing", "missing") : value;
  }

  /**
   * A text.
   *
   * @param name the setting
   * @param otherwise the text if the setting is missing
   * @return the text
   */
  public String text(String name, String otherwise) {
    String value = value(name);
    return value == null ? otherwise : value;
  }

  /**
   * Texts, separated by commas.
   *
   * @param name the setting
   * @return the texts; empty if the setting is missing
   */
  public List<String> texts(String name) {
    String value = value(name);
    return value == null
        ? List.of()
        : List.of(value.split(",", -1)).stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
  }

  /**
   * A credential that has to be there.
   *
   * @param name the setting, which holds a reference
   * @return the credential
   */
  public String secret(String name) {
    String reference = value(name);
    return reference == null
        ? fault(name, "is missing; write a reference such as env:NAME", "missing-credential")
        : credential(name, reference);
  }

  /**
   * A credential.
   *
   * @param name the setting, which holds a reference
   * @return the credential, or null if the setting is missing
   */
  public @Nullable String secretOrNull(String name) {
    String reference = value(name);
    return reference == null ? null : credential(name, reference);
  }

  /**
   * Credentials that hold at the same time, while one takes the place of another.
   *
   * @param name the setting, which holds references separated by commas
   * @return at least one credential
   */
  public List<String> secrets(String name) {
    List<String> references = texts(name);
    return references.isEmpty()
        ? List.of(secret(name))
        : references.stream().map(reference -> credential(name, reference)).toList();
  }

  private String credential(String name, String reference) {
    return credentials
        .find(reference)
        .orElseGet(
            () -> fault(name, "refers to a credential that is not there", "missing-credential"));
  }

  /**
   * An address.
   *
   * @param name the setting
   * @param otherwise the address if the setting is missing, or null if it has to be there
   * @return an http or https address
   */
  public URI address(String name, @Nullable URI otherwise) {
    String value = value(name);
    if (value == null) {
      return otherwise == null ? fault(name, "is missing", STAND_IN) : otherwise;
    }
    try {
      URI uri = URI.create(value);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isHttps(uri);
      return web && uri.getHost() != null
          ? uri
          : fault(name, "is no http or https address", STAND_IN);
    } catch (IllegalArgumentException e) {
      return fault(name, "is no address", STAND_IN);
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * A whole number.
   *
   * @param name the setting
   * @param otherwise the number if the setting is missing
   * @param least the smallest number that is allowed
   * @param most the largest number that is allowed
   * @return the number
   */
  public int number(String name, int otherwise, int least, int most) {
    String wanted = "is no whole number from " + least + " to " + most;
    return parsed(
        name,
        otherwise,
        text -> {
          int number = Integer.parseInt(text);
          return number < least || number > most ? fault(name, wanted, otherwise) : number;
        },
        wanted);
  }

  /**
   * A time.
   *
   * @param name the setting
   * @param otherwise the time if the setting is missing
   * @return a time longer than zero
   */
  public Duration duration(String name, Duration otherwise) {
    String wanted = "is no time such as PT30S";
    return parsed(
        name,
        otherwise,
        text -> {
          Duration time = Duration.parse(text);
          return time.isNegative() || time.isZero() ? fault(name, wanted, otherwise) : time;
        },
        wanted);
  }

  /**
   * A time zone.
   *
   * @param name the setting
   * @param otherwise the zone if the setting is missing
   * @return the zone
   */
  public ZoneId zone(String name, ZoneId otherwise) {
    return parsed(name, otherwise, ZoneId::of, "is no time zone such as Asia/Jakarta");
  }

  /**
   * Yes or no.
   *
   * @param name the setting
   * @param otherwise the answer if the setting is missing
   * @return the answer
   */
  public boolean flag(String name, boolean otherwise) {
    return parsed(
        name,
        otherwise,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> fault(name, "is neither true nor false", otherwise);
            },
        "is neither true nor false");
  }

  private <T> T parsed(String name, T otherwise, Function<String, T> parser, String wanted) {
    String value = value(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return parser.apply(value);
    } catch (NumberFormatException | DateTimeParseException e) {
      return fault(name, wanted, otherwise);
    } catch (DateTimeException e) {
      return fault(name, wanted, otherwise);
    }
  }

  /**
   * Notes that a setting is wrong, for rules of the provider's own.
   *
   * @param name the setting
   * @param problem what is wrong, such as {@code is no phone number}
   */
  public void refuse(String name, String problem) {
    faults.add(name + " " + problem);
  }

  private <T> T fault(String name, String problem, T standIn) {
    refuse(name, problem);
    return standIn;
  }

  private @Nullable String value(String name) {
    asked.add(name);
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * Everything that is wrong, once the provider has read what it needs: each a sentence that begins
   * with the setting's name. No fault shows a value.
   *
   * @return the faults; empty if there are none
   */
  public List<String> listFaults() {
    List<String> all = new ArrayList<>(faults);
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(asked);
    for (String name : unknown) {
      all.add(name + " is no setting of this kind; it has " + String.join(", ", asked));
    }
    return all;
  }

  /** The account only. */
  @Override
  public String toString() {
    return "AccountSettings[" + account + "]";
  }
}
