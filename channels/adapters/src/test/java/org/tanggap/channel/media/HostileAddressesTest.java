package org.tanggap.channel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/** Addresses that lead where a fetcher has no business, and settings that would let it. */
class HostileAddressesTest {

  private final HttpClient client = HttpClient.newHttpClient();

  /** Each line has an address and how it is refused; no name of it is ever looked up. */
  @ParameterizedTest
  @CsvFileSource(resources = "hostile-urls.csv", delimiter = '|', numLinesToSkip = 1)
  void is_refused_before_anything_is_looked_up(String url, Kind kind) {
    MediaFetcher media =
        builder()
            .host("foto.example.org")
            .host(".cdn.example.org")
            .resolver(
                host -> {
                  throw new AssertionError("was looked up");
                })
            .build();
    assertThatThrownBy(() -> media.fetch(url == null ? "" : url))
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://foto.example.org/a.jpg", "HTTPS://FOTO.EXAMPLE.ORG/a.jpg",
        "https://foto.example.org:443/a.jpg", "https://a.cdn.example.org/a.jpg",
        "https://a.b.cdn.example.org/a.jpg", "https://foto.example.org#@10.0.0.5/a.jpg"
      })
  void a_listed_host_passes_the_rules(String url) throws Exception {
    Destinations destinations = destinations("93.184.215.14", "2606:2800:21f::1");
    assertThatCode(() -> destinations.check(Destinations.parse(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::8.8.8.8",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:a00:1::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void is_no_public_address(String address) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db7::1",
        "2003::1",
        "2404:c0::1",
        "2606:4700::1111",
        "3ffe::1"
      })
  void is_a_public_address(String address) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "*",
        "*.example.org",
        ".org",
        "10.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "[::1]",
        "::1",
        "example.org.",
        "a..b",
        "-a.org",
        "a_b.org",
        "münchen.example",
        "example.org/x",
        "example.org:443",
        "user@example.org",
        "https://example.org",
        "a b.org"
      })
  void a_list_takes_names_only(String name) {
    assertThatThrownBy(() -> builder().host(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_client_that_acts_by_itself_is_refused() {
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpClient remembers = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    for (HttpClient bad : new HttpClient[] {follows, remembers}) {
      assertThatThrownBy(() -> MediaFetcher.builder(bad, InstantSource.system()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void settings_that_cannot_be_are_refused_without_telling_a_secret() {
    assertThatThrownBy(() -> builder().build()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder().port(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().maxBytes(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().credential(".example.org", "Authorization", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> builder().credential("example.org", "Authorization", "rahasia\r\nX: y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("rahasia")
        .hasNoCause();
  }

  private static Destinations destinations(String... addresses) throws Exception {
    InetAddress[] found = new InetAddress[addresses.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = InetAddress.getByName(addresses[i]);
    }
    return new Destinations(
        Set.of("foto.example.org", ".cdn.example.org"), Set.of(), false, Set.of(), host -> found);
  }

  private MediaFetcherBuilder builder() {
    return MediaFetcher.builder(client, InstantSource.system());
  }
}
