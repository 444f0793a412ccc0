package org.tanggap.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.channel.CredentialSource;
import org.tanggap.complaint.AccountId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a configuration: goes on after a fault, so that all are found. */
final class AccountsParser {

  private static final Set<String> MEMBERS = Set.of("kind", "name", "unit", "every", "settings");
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final ChannelParts parts;
  private final Map<String, ChannelProvider> providers;
  private final CredentialSource credentials;
  private final Predicate<String> units;
  private final List<AccountFault> faults = new ArrayList<>();
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();

  AccountsParser(
      ChannelParts parts,
      Map<String, ChannelProvider> providers,
      CredentialSource credentials,
      Predicate<String> units) {
    this.parts = parts;
    this.providers = providers;
    this.credentials = credentials;
    this.units = units;
  }

  Accounts parse(byte[] json) {
    JsonNode list = read(json).path("accounts");
    if (faults.isEmpty() && !list.isArray()) {
      fault("the configuration", "has no list \"accounts\"");
    }
    for (int i = 0; i < list.size(); i++) {
      parse("accounts[" + i + "]", list.get(i));
    }
    if (!faults.isEmpty()) {
      accounts.values().forEach(account -> account.channel().close());
      throw new AccountsException(faults);
    }
    return new Accounts(List.copyOf(accounts.values()));
  }

  private JsonNode read(byte[] json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      // The message of the cause might quote a credential that somebody wrote down.
      fault("the configuration", "is no JSON" + place(e));
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : ": line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private void parse(String place, JsonNode node) {
    if (!node.isObject()) {
      fault(place, "is no object");
      return;
    }
    String kind = text(node, "kind");
    String name = text(node, "name");
    String unit = text(node, "unit");
    String where = (place + " " + kind + ":" + name).strip();
    List<AccountFault> before = List.copyOf(faults);
    for (String member : new TreeSet<>(node.propertyNames())) {
      if (!MEMBERS.contains(member)) {
        fault(where, member + " is unknown; an account has kind, name, unit, every, settings");
      }
    }
    if (name.isEmpty()) {
      fault(where, "name is missing");
    }
    if (unit.isEmpty()) {
      fault(where, "unit is missing: the id of the unit that owns the account");
    } else if (!units.test(unit)) {
      fault(where, "unit " + unit + " is unknown");
    }
    Duration every = every(where, node.path("every"));
    Map<String, String> settings = settings(where, node.path("settings"));
    ChannelProvider provider = provider(where, kind);
    if (provider == null || name.isEmpty()) {
      return;
    }
    AccountId id = AccountId.of(kind, name);
    if (accounts.containsKey(id)) {
      fault(where, "is there twice");
      return;
    }
    Channel channel = open(where, provider, AccountSettings.of(id, settings, credentials));
    if (channel != null) {
      // Kept even where something else is wrong, so that a second account of the name is found.
      accounts.put(id, new Account(channel, unit, every));
    } else if (before.size() == faults.size()) {
      throw new AssertionError("an account that was not opened without a fault");
    }
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isString() ? value.asString().strip() : "";
  }

  private Duration every(String where, JsonNode value) {
    if (value.isMissingNode()) {
      return EVERY;
    }
    try {
      Duration every = Duration.parse(value.asString(""));
      if (!every.isNegative()) {
        return every;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    fault(where, "every is no time such as PT30S");
    return EVERY;
  }

  private Map<String, String> settings(String where, JsonNode node) {
    Map<String, String> settings = new TreeMap<>();
    if (!node.isObject() && !node.isMissingNode()) {
      fault(where, "settings is no object");
    }
    for (Map.Entry<String, JsonNode> setting : node.properties()) {
      JsonNode value = setting.getValue();
      if (value.isString() || value.isNumber() || value.isBoolean()) {
        settings.put(setting.getKey(), value.asString());
      } else {
        fault(where, setting.getKey() + " is no text, number, true or false");
      }
    }
    return settings;
  }

  private @Nullable ChannelProvider provider(String where, String kind) {
    ChannelProvider provider = providers.get(kind);
    if (kind.isEmpty()) {
      fault(where, "kind is missing");
    } else if (provider == null) {
      fault(
          where,
          "kind " + kind + " is unknown; there are " + String.join(", ", providers.keySet()));
    }
    return provider;
  }

  private @Nullable Channel open(String where, ChannelProvider provider, AccountSettings settings) {
    Channel channel = null;
    String failure = "";
    try {
      channel = provider.open(settings, parts);
    } catch (NoClassDefFoundError e) {
      failure = "cannot be opened: a library is not on the class path, with " + e.getMessage();
    } catch (RuntimeException e) {
      failure = "cannot be opened: " + e.getMessage();
    }
    List<String> found = settings.listFaults();
    found.forEach(problem -> fault(where, problem));
    if (!failure.isEmpty() && found.isEmpty()) {
      // A stand-in for what is missing may have led to the failure; alone it is a fault itself.
      fault(where, failure);
    }
    return channel;
  }

  private void fault(String where, String problem) {
    faults.add(new AccountFault(where, problem));
  }
}
