/** The domain of civic feedback and its ports. Start at {@link org.tanggap.desk.FeedbackDesk}. */
module org.tanggap.core {
  requires transitive java.sql;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires tools.jackson.databind;

  exports org.tanggap.account;
  exports org.tanggap.audience;
  exports org.tanggap.calendar;
  exports org.tanggap.channel;
  exports org.tanggap.complaint;
  exports org.tanggap.desk;
  exports org.tanggap.duplicate;
  exports org.tanggap.figures;
  exports org.tanggap.jurisdiction;
  exports org.tanggap.responsibility;
  exports org.tanggap.room;
  exports org.tanggap.sla;
  exports org.tanggap.store;

  uses org.tanggap.channel.ChannelProvider;
}
