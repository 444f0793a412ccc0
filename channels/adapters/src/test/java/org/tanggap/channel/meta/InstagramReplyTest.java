package org.tanggap.channel.meta;

import java.util.List;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ReplyChannelContract;

class InstagramReplyTest extends ReplyChannelContract {

  private final FakeInstagram vendor = new FakeInstagram(clock());

  @Override
  protected FakeVendor vendor() {
    return vendor;
  }

  @Override
  protected ReplyChannel connect() {
    return InstagramChannel.builder(
            MetaAccounts.INSTAGRAM,
            MetaAccounts.INSTAGRAM_ID,
            MetaAccounts.impatientApp(vendor.url(), clock()))
        .build();
  }

  @Override
  protected ReplyTarget target() {
    return new ReplyTarget(
        new MessageKey(MetaAccounts.INSTAGRAM, vendor.publish("Trotoar rusak")),
        clock().instant(),
        new Reporter("232323232323232", "rina.jkt"),
        "");
  }

  @Override
  protected List<String> delivered() {
    return vendor.answers();
  }

  @Override
  protected String secret() {
    return MetaAccounts.TOKEN;
  }
}
