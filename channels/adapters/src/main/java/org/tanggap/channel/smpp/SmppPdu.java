package org.tanggap.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a {@code deliver_sm} (SMPP 3.4, section 4.6.1). The user data header is taken off
 * the message and read. Not to be changed once it is made.
 *
 * @param source the sender's address
 * @param sourceTon the type of its number: 1 international, 5 a name
 * @param destination our address
 * @param esmClass mode, type and features
 * @param dataCoding the alphabet
 * @param body the message without its header
 * @param part which part of a long message it is, or null if it is whole
 * @param ports whether it is addressed to an application on the phone
 * @param broken what is wrong with the header, or empty
 * @param receiptId the id of the message that a receipt is for, or empty
 * @param receiptState the state that a receipt tells, or 0
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record SmppPdu(
    String source,
    int sourceTon,
    String destination,
    int esmClass,
    int dataCoding,
    byte[] body,
    @Nullable Part part,
    boolean ports,
    String broken,
    String receiptId,
    int receiptState) {

  private static final int UDHI = 0x40;
  private static final short MESSAGE_PAYLOAD = 0x0424;
  private static final short RECEIPTED_MESSAGE_ID = 0x001E;
  private static final short MESSAGE_STATE = 0x0427;
  private static final short SAR_REFERENCE = 0x020C;
  private static final short SAR_TOTAL = 0x020E;
  private static final short SAR_SEQUENCE = 0x020F;

  /**
   * A part of a long message.
   *
   * @param reference the same for all parts
   * @param total how many parts there are
   * @param number which one this is, from 1
   */
  record Part(String reference, int total, int number) {

    boolean isPossible() {
      return total >= 1 && number >= 1 && number <= total;
    }
  }

  /** The parts of a header that are looked at. */
  private record Header(@Nullable Part part, boolean ports, int length, String broken) {}

  static SmppPdu of(DeliverSm pdu) {
    byte[] text = pdu.getShortMessage() == null ? new byte[0] : pdu.getShortMessage();
    if (text.length == 0) {
      text = tlv(pdu, MESSAGE_PAYLOAD);
    }
    Header header = (pdu.getEsmClass() & UDHI) == 0 ? new Header(null, false, 0, "") : header(text);
    Part part = header.part() == null ? sar(pdu) : header.part();
    String broken = header.broken();
    if (part != null && !part.isPossible()) {
      part = null;
      broken = "the numbers of the part cannot be";
    }
    return new SmppPdu(
        text(pdu.getSourceAddr()),
        pdu.getSourceAddrTon(),
        text(pdu.getDestAddress()),
        pdu.getEsmClass() & 0xFF,
        pdu.getDataCoding() & 0xFF,
        Arrays.copyOfRange(text, header.length(), text.length),
        part != null && part.total() == 1 ? null : part,
        header.ports(),
        broken,
        new String(tlv(pdu, RECEIPTED_MESSAGE_ID), StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .strip(),
        number(tlv(pdu, MESSAGE_STATE)));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** The user data header (3GPP TS 23.040, section 9.2.3.24). */
  private static Header header(byte[] text) {
    int length = text.length == 0 ? 0 : (text[0] & 0xFF) + 1;
    if (length == 0 || length > text.length) {
      return new Header(null, false, 0, "the header is longer than the message");
    }
    Part part = null;
    boolean ports = false;
    for (int i = 1; i + 1 < length; ) {
      int id = text[i] & 0xFF;
      int size = text[i + 1] & 0xFF;
      int at = i + 2;
      if (at + size > length) {
        return new Header(null, false, length, "an element of the header is too long");
      }
      if (id == 0x00 && size == 3) {
        part = new Part("8-" + (text[at] & 0xFF), text[at + 1] & 0xFF, text[at + 2] & 0xFF);
      } else if (id == 0x08 && size == 4) {
        int reference = ((text[at] & 0xFF) << 8) | (text[at + 1] & 0xFF);
        part = new Part("16-" + reference, text[at + 2] & 0xFF, text[at + 3] & 0xFF);
      } else if (id == 0x04 || id == 0x05) {
        ports = true;
      }
      i = at + size;
    }
    return new Header(part, ports, length, "");
  }

  private static @Nullable Part sar(DeliverSm pdu) {
    byte[] reference = tlv(pdu, SAR_REFERENCE);
    byte[] total = tlv(pdu, SAR_TOTAL);
    byte[] number = tlv(pdu, SAR_SEQUENCE);
    return reference.length == 0 || total.length == 0 || number.length == 0
        ? null
        : new Part("sar-" + number(reference), number(total), number(number));
  }

  private static int number(byte[] bytes) {
    int number = 0;
    for (int i = 0; i < Math.min(bytes.length, 2); i++) {
      number = (number << 8) | (bytes[i] & 0xFF);
    }
    return number;
  }

  /** The value of an optional parameter, without its tag and length. */
  private static byte[] tlv(DeliverSm pdu, short tag) {
    OptionalParameter[] all = pdu.getOptionalParameters();
    if (all != null) {
      for (OptionalParameter parameter : all) {
        if (parameter != null && parameter.tag == tag) {
          byte[] bytes = parameter.serialize();
          return Arrays.copyOfRange(bytes, Math.min(4, bytes.length), bytes.length);
        }
      }
    }
    return new byte[0];
  }

  boolean isReceipt() {
    return (esmClass & 0x3C) == 0x04;
  }

  /** An acknowledgement by the phone or its user, or a notice in between. */
  boolean isNotice() {
    return (esmClass & 0x3C) != 0 && !isReceipt();
  }

  /** Never shows the person or the words. */
  @Override
  public String toString() {
    return "SmppPdu[" + body.length + " bytes]";
  }
}
