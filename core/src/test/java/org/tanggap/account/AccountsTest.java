package org.tanggap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.ChannelProvider;
import org.tanggap.complaint.AccountId;

class AccountsTest {

  private final Map<String, String> environment = new HashMap<>(Map.of("PIGEON", " coo "));
  private final List<Loft> opened = new ArrayList<>();

  @TempDir Path folder;

  /** What a pigeon was opened with. */
  private static final class Loft implements Channel {

    final AccountId account;
    final String token;
    boolean closed;

    Loft(AccountId account, String token) {
      this.account = account;
      this.token = token;
    }

    @Override
    public AccountId account() {
      return account;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class Pigeons implements ChannelProvider {

    @Override
    public String kind() {
      return "pigeon";
    }

    @Override
    public Channel open(AccountSettings settings, ChannelParts parts) {
      String token = settings.secret("token");
      settings.address("baseUrl", java.net.URI.create("https://pigeon.example"));
      settings.number("pageSize", 20, 1, 100);
      settings.duration("timeout", Duration.ofSeconds(5));
      if (settings.text("library", "").equals("missing")) {
        throw new NoClassDefFoundError("org/example/Pigeonhole");
      }
      if (settings.flag("explode", false)) {
        throw new IllegalArgumentException("two settings do not fit together");
      }
      Loft loft = new Loft(settings.account(), token);
      opened.add(loft);
      return loft;
    }
  }

  private Accounts.Reader reader() {
    return Accounts.reader(ChannelParts.of(InstantSource.fixed(Instant.EPOCH)))
        .provider(new Pigeons())
        .credentials(Credentials.of(environment::get))
        .units(Set.of("dpu", "posko")::contains);
  }

  private Accounts parse(String json) {
    return reader().parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private List<String> faultsOf(String json) {
    AccountsException[] failure = new AccountsException[1];
    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(() -> parse(json))
        .satisfies(e -> failure[0] = e);
    return failure[0].faults().stream().map(AccountFault::toString).toList();
  }

  @Test
  void accounts_are_opened_with_their_unit_interval_and_credential() {
    Accounts accounts =
        parse(
            "{'accounts': [{'kind': 'pigeon', 'name': '@Posko', 'unit': 'posko', 'every': 'PT5S',"
                + " 'settings': {'token': 'env:PIGEON', 'pageSize': 50}},"
                + " {'kind': 'pigeon', 'name': '@DPU', 'unit': 'dpu',"
                + " 'settings': {'token': 'env:PIGEON'}}]}");

    assertThat(accounts.list())
        .extracting(Account::id)
        .containsExactly(AccountId.of("pigeon", "@Posko"), AccountId.of("pigeon", "@DPU"));
    assertThat(accounts.list())
        .extracting(Account::every)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30));
    assertThat(opened).extracting(loft -> loft.token).containsOnly("coo");
    assertThat(accounts.listOf("dpu")).containsExactly(AccountId.of("pigeon", "@DPU"));
    assertThat(accounts.find(AccountId.of("pigeon", "@Posko"))).isPresent();
    assertThat(accounts.find(AccountId.of("pigeon", "@Lain"))).isEmpty();
  }

  @Test
  void all_faults_of_a_whole_configuration_are_found_at_once_and_nothing_stays_open() {
    List<String> faults =
        faultsOf(
            "{'accounts': ["
                + "{'kind': 'pigeon', 'name': '@A', 'unit': 'dpu',"
                + " 'settings': {'token': 'env:PIGEON'}},"
                + "{'kind': 'pigeon', 'name': '@A', 'unit': 'lain',"
                + " 'settings': {'token': 'env:PIGEON'}},"
                + "{'kind': 'owl', 'unit': 'dpu', 'evry': 'PT1S'},"
                + "{'kind': 'pigeon', 'name': '@B', 'every': '5s',"
                + " 'settings': {'tokn': 'x', 'pageSize': 1000, 'baseUrl': 'ftp://a', 'timeout': 'soon'}},"
                + "{'kind': 'pigeon', 'name': '@C', 'unit': 'dpu',"
                + " 'settings': {'token': 'coo-written-down', 'explode': 'perhaps'}},"
                + "{'kind': 'pigeon', 'name': '@D', 'unit': 'dpu',"
                + " 'settings': {'token': 'env:PIGEON', 'explode': true, 'deep': {}}},"
                + "7]}");

    assertThat(faults)
        .containsExactly(
            "accounts[1] pigeon:@A: unit lain is unknown",
            "accounts[1] pigeon:@A: is there twice",
            "accounts[2] owl:: evry is unknown; an account has kind, name, unit, every, settings",
            "accounts[2] owl:: name is missing",
            "accounts[2] owl:: kind owl is unknown; there are pigeon",
            "accounts[3] pigeon:@B: unit is missing: the id of the unit that owns the account",
            "accounts[3] pigeon:@B: every is no time such as PT30S",
            "accounts[3] pigeon:@B: token is missing; write a reference such as env:NAME",
            "accounts[3] pigeon:@B: baseUrl is no http or https address",
            "accounts[3] pigeon:@B: pageSize is no whole number from 1 to 100",
            "accounts[3] pigeon:@B: timeout is no time such as PT30S",
            "accounts[3] pigeon:@B: tokn is no setting of this kind; it has token, baseUrl,"
                + " pageSize, timeout, library, explode",
            "accounts[4] pigeon:@C: token refers to a credential that is not there",
            "accounts[4] pigeon:@C: explode is neither true nor false",
            "accounts[5] pigeon:@D: deep is no text, number, true or false",
            "accounts[5] pigeon:@D: cannot be opened: two settings do not fit together",
            "accounts[6]: is no object");
    assertThat(opened).isNotEmpty().allMatch(loft -> loft.closed);
  }

  @Test
  void no_fault_shows_a_credential_that_somebody_wrote_down() {
    assertThat(
            faultsOf(
                "{'accounts': [{'kind': 'pigeon', 'name': '@A', 'unit': 'dpu',"
                    + " 'settings': {'token': 'coo-written-down'}}]}"))
        .singleElement()
        .asString()
        .doesNotContain("coo-written-down");
    assertThat(faultsOf("{'accounts': [{'token': coo-written-down}]}"))
        .singleElement()
        .asString()
        .isEqualTo("the configuration: is no JSON: line 1, column 25")
        .doesNotContain("coo");
  }

  @Test
  void a_library_that_a_kind_needs_and_the_host_lacks_is_named() {
    assertThat(
            faultsOf(
                "{'accounts': [{'kind': 'pigeon', 'name': '@A', 'unit': 'dpu',"
                    + " 'settings': {'token': 'env:PIGEON', 'library': 'missing'}}]}"))
        .containsExactly(
            "accounts[0] pigeon:@A: cannot be opened: a library is not on the class path, with"
                + " org/example/Pigeonhole");
  }

  @Test
  void what_is_no_list_of_accounts_is_one_fault() {
    assertThat(faultsOf("[]")).containsExactly("the configuration: has no list \"accounts\"");
    assertThat(faultsOf("{'accounts': {}}"))
        .containsExactly("the configuration: has no list \"accounts\"");
    assertThat(parse("{'accounts': []}").list()).isEmpty();
  }

  @Test
  void a_credential_lies_in_a_file_too() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "coo-of-file\n");

    parse(
        "{'accounts': [{'kind': 'pigeon', 'name': '@A', 'unit': 'dpu', 'settings': {'token':"
            + " 'file:"
            + secret
            + "'}}]}");

    assertThat(opened).extracting(loft -> loft.token).containsExactly("coo-of-file");
  }

  @Test
  void a_credential_that_is_empty_missing_or_huge_is_none() throws IOException {
    environment.put("EMPTY", "  ");
    Path huge = Files.writeString(folder.resolve("huge"), "a".repeat(70_000));
    Credentials credentials = Credentials.of(environment::get);

    assertThat(credentials.find("env:EMPTY")).isEmpty();
    assertThat(credentials.find("env:NOWHERE")).isEmpty();
    assertThat(credentials.find("file:" + folder.resolve("nowhere"))).isEmpty();
    assertThat(credentials.find("file:" + huge)).isEmpty();
    assertThat(credentials.find("file:\0")).isEmpty();
    assertThat(credentials.find("coo")).isEmpty();
  }

  @Test
  void a_file_is_read_like_its_text() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("accounts.json"),
            "{\"accounts\": [{\"kind\": \"pigeon\", \"name\": \"@A\", \"unit\": \"dpu\","
                + " \"settings\": {\"token\": \"env:PIGEON\"}}]}");

    assertThat(reader().read(file).list()).hasSize(1);
    assertThat(reader().kinds()).containsExactly("pigeon");
  }
}
