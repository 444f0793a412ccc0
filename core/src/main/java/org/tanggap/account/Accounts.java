package org.tanggap.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.CredentialSource;
import org.tanggap.complaint.AccountId;

/**
 * The accounts of a city, opened from a configuration in JSON:
 *
 * <pre>{@code
 * {"accounts": [
 *   {"kind": "telegram", "name": "PoskoBanjirBot", "unit": "posko", "every": "PT5S",
 *    "settings": {"token": "env:TELEGRAM_TOKEN"}},
 *   {"kind": "x", "name": "@PoskoDPUDKI", "unit": "dpu", "every": "PT1M",
 *    "settings": {"bearerToken": "file:/run/secrets/x-dpu", "userId": "2244994945"}}
 * ]}
 * }</pre>
 *
 * <p>Each account has a kind, a name, the unit that owns it, and the settings of its kind;
 * credentials are referred to, never written down. All faults are found at one reading. Immutable
 * and thread-safe; whoever is handed the channels closes them, as the desk does.
 */
public final class Accounts {

  private final List<Account> all;

  Accounts(List<Account> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Starts the reading of a configuration.
   *
   * @param parts what the host hands to its channels
   * @return a reader that knows all kinds that are found by {@link ServiceLoader}
   */
  public static Reader reader(ChannelParts parts) {
    return new Reader(parts);
  }

  /**
   * The accounts.
   *
   * @return all, in the order of the configuration
   */
  public List<Account> list() {
    return all;
  }

  /**
   * An account.
   *
   * @param id kind and name
   * @return the account, or nothing
   */
  public Optional<Account> find(AccountId id) {
    return all.stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /**
   * The accounts of a unit.
   *
   * @param unit the id of the unit
   * @return its accounts
   */
  public List<AccountId> listOf(String unit) {
    return all.stream().filter(it -> it.unit().equals(unit)).map(Account::id).toList();
  }

  /** Collects what a configuration is read with. Not thread-safe. */
  public static final class Reader {

    private static final long MAX_BYTES = 4 << 20;

    private final ChannelParts parts;
    private final Map<String, ChannelProvider> providers = new TreeMap<>();
    private CredentialSource credentials = Credentials.ofProcess();
    private Predicate<String> units = unit -> true;

    private Reader(ChannelParts parts) {
      this.parts = parts;
      ServiceLoader.load(ChannelProvider.class).forEach(this::provider);
    }

    /**
     * Knows a kind of channel, instead of the one that was found under the same name.
     *
     * @param provider opens its accounts
     * @return this reader
     */
    public Reader provider(ChannelProvider provider) {
      providers.put(provider.kind(), provider);
      return this;
    }

    /**
     * Finds credentials; {@link Credentials#ofProcess()} unless set.
     *
     * @param source where they lie
     * @return this reader
     */
    public Reader credentials(CredentialSource source) {
      this.credentials = source;
      return this;
    }

    /**
     * Knows the units that may own accounts; any unless set.
     *
     * @param known whether there is a unit of this id
     * @return this reader
     */
    public Reader units(Predicate<String> known) {
      this.units = known;
      return this;
    }

    /**
     * The kinds of channels that can be opened.
     *
     * @return their names, in order
     */
    public List<String> kinds() {
      return List.copyOf(providers.keySet());
    }

    /**
     * Reads and opens the accounts of a file. Nobody is called.
     *
     * @param file JSON of at most 4 MiB
     * @return the accounts
     * @throws AccountsException if anything is wrong; nothing is left open
     * @throws UncheckedIOException if the file cannot be read
     */
    public Accounts read(Path file) {
      try {
        if (Files.size(file) > MAX_BYTES) {
          throw new AccountsException(
              List.of(new AccountFault(file.toString(), "is longer than 4 MiB")));
        }
        return parse(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * Reads and opens accounts. Nobody is called.
     *
     * @param json the configuration
     * @return the accounts
     * @throws AccountsException if anything is wrong; nothing is left open
     */
    public Accounts parse(byte[] json) {
      return new AccountsParser(parts, providers, credentials, units).parse(json);
    }
  }
}
