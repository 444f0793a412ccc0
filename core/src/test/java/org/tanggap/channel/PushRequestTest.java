package org.tanggap.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushRequestTest {

  @Test
  void fields_that_differ_only_in_case_are_one_field_with_all_values() {
    PushRequest request =
        PushRequest.of(
            new byte[0], Map.of("X-Signature", List.of("a"), "x-signature", List.of("b")));

    assertThat(request.header("X-SIGNATURE")).containsExactlyInAnyOrder("a", "b");
    assertThat(request.header("X-Other")).isEmpty();
  }

  @Test
  void the_body_is_copied_in_and_out() {
    byte[] bytes = {1, 2};
    PushRequest request = PushRequest.of(bytes, Map.of());
    bytes[0] = 9;
    request.body()[1] = 9;

    assertThat(request.body()).containsExactly(1, 2);
  }
}
