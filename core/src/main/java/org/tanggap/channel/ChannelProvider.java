package org.tanggap.channel;

/**
 * Opens channels of one kind from a city's configuration. An adapter's jar names its provider in
 * {@code META-INF/services/org.tanggap.channel.ChannelProvider} or its module descriptor, or the
 * host registers it. Thread-safe, without state.
 *
 * <pre>{@code
 * public Channel open(AccountSettings settings, ChannelParts parts) {
 *   return Pigeon.builder(settings.account())
 *       .token(settings.secret("token"))
 *       .baseUrl(settings.address("baseUrl", Pigeon.BASE_URL))
 *       .client(parts.get(HttpClient.class))
 *       .clock(parts.clock())
 *       .build();
 * }
 * }</pre>
 */
public interface ChannelProvider {

  /**
   * The kind of channel, which is the kind of all its accounts.
   *
   * @return lower case, such as {@code telegram}
   */
  String kind();

  /**
   * Opens one account. Calls nobody: a wrong credential shows at the first poll.
   *
   * @param settings the account's settings; what is missing or wrong is noted there, and reading
   *     goes on, so that all faults are found at once
   * @param parts what the host hands to its channels
   * @return the channel
   * @throws IllegalArgumentException if settings do not fit together
   */
  Channel open(AccountSettings settings, ChannelParts parts);
}
