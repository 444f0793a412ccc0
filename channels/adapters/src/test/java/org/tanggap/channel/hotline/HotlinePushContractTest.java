package org.tanggap.channel.hotline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.PushChannelContract;

class HotlinePushContractTest extends PushChannelContract {

  private final FakeHotline host = new FakeHotline();

  @Override
  protected PushChannel connect() {
    HotlineChannel.Builder builder =
        HotlineChannel.builder(AccountId.of("hotline", "tebet"), clock());
    secrets().forEach(builder::secret);
    return builder.build();
  }

  @Override
  protected PushRequest publish(String... texts) {
    return host.publish(texts[0]);
  }

  @Override
  protected @Nullable PushRequest publishOwn(String text) {
    return null;
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return FakeHotline.request(secret, "application/json", body);
  }

  @Override
  protected String signatureHeader() {
    return "X-Hotline-Secret";
  }

  @Override
  protected List<String> secrets() {
    return List.of(FakeHotline.SECRET, "Rahasia-kantor_2031");
  }

  @Override
  protected boolean signsBody() {
    return false;
  }

  @Override
  protected int batchSize() {
    return 1;
  }

  @Override
  protected int mostCharacters() {
    return HotlineChannel.MAX_CHARACTERS;
  }
}
