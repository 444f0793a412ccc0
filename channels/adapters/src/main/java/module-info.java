/** Channel adapters, one package each. An adapter has no privilege that yours lacks. */
module org.tanggap.channels {
  requires transitive org.tanggap.core;
  requires transitive java.net.http;
  requires static transitive org.jspecify;
  requires de.siegmar.fastcsv;
  requires tools.jackson.databind;

  exports org.tanggap.channel.citizenapp;
  exports org.tanggap.channel.feed;
}
