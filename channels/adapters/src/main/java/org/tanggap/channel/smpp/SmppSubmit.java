package org.tanggap.channel.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.sms.SmsText;

/** Sends one answer in as many {@code submit_sm} as it takes (SMPP 3.4, section 4.4.1). */
final class SmppSubmit {

  private static final byte UDHI = 0x40;
  private static final byte RECEIPT = 0x01;
  private static final byte NO_RECEIPT = 0x00;
  private static final byte GSM = 0x00;
  private static final byte UCS2 = 0x08;
  private static final byte[] NOTHING = {};

  private record Address(TypeOfNumber type, NumberingPlanIndicator plan, String digits) {}

  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  private record Sms(byte esmClass, byte[] text, OptionalParameter[] parameters) {}

  private final boolean payload;
  private final boolean hexIds;

  /**
   * A way to send.
   *
   * @param payload whether a long answer goes in one piece ({@code message_payload})
   * @param hexIds whether the network writes ids in hex here and in decimal in receipts
   */
  SmppSubmit(boolean payload, boolean hexIds) {
    this.payload = payload;
    this.hexIds = hexIds;
  }

  /**
   * Sends an answer.
   *
   * @param session a bound session
   * @param from our address
   * @param to the citizen's
   * @param text the words
   * @param id the answer's id, from which the reference of its parts is made
   * @return the network's id for the last part, for which a receipt is asked
   */
  String send(SMPPSession session, String from, String to, String text, UUID id) {
    boolean gsm = SmsText.isGsm(text);
    List<Sms> parts = parts(text, gsm, id.hashCode() & 0xFF);
    String last = "";
    for (int i = 0; i < parts.size(); i++) {
      boolean receipt = i == parts.size() - 1;
      try {
        last = submit(session, address(from), address(to), parts.get(i), gsm, receipt);
      } catch (ChannelException e) {
        throw i == 0 || e.kind() == Kind.UNCONFIRMED ? e : halfSent(i, parts.size(), e);
      }
    }
    return hexIds ? decimal(last) : last;
  }

  /** Sent again, the citizen would read its beginning twice: somebody has to look. */
  private static ChannelException halfSent(int taken, int all, ChannelException cause) {
    return new ChannelException(
        Kind.UNCONFIRMED,
        "the network took " + taken + " of " + all + " parts: " + cause.getMessage(),
        null,
        cause);
  }

  private List<Sms> parts(String text, boolean gsm, int reference) {
    List<String> texts = SmsText.split(text);
    List<Sms> parts = new ArrayList<>();
    if (texts.size() == 1) {
      parts.add(new Sms((byte) 0, encode(text, gsm), new OptionalParameter[0]));
    } else if (payload) {
      OptionalParameter whole =
          new OptionalParameter.OctetString(
              OptionalParameter.Tag.MESSAGE_PAYLOAD.code(), encode(text, gsm));
      parts.add(new Sms((byte) 0, NOTHING, new OptionalParameter[] {whole}));
    } else {
      for (int i = 0; i < texts.size(); i++) {
        byte[] body = encode(texts.get(i), gsm);
        byte[] sms = new byte[6 + body.length];
        byte[] header = {5, 0, 3, (byte) reference, (byte) texts.size(), (byte) (i + 1)};
        System.arraycopy(header, 0, sms, 0, header.length);
        System.arraycopy(body, 0, sms, header.length, body.length);
        parts.add(new Sms(UDHI, sms, new OptionalParameter[0]));
      }
    }
    return parts;
  }

  private static byte[] encode(String text, boolean gsm) {
    return gsm ? SmsText.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
  }

  private static String submit(
      SMPPSession session, Address from, Address to, Sms sms, boolean gsm, boolean receipt) {
    try {
      return session
          .submitShortMessage(
              "",
              from.type(),
              from.plan(),
              from.digits(),
              to.type(),
              to.plan(),
              to.digits(),
              new ESMClass(sms.esmClass()),
              (byte) 0,
              (byte) 0,
              null,
              null,
              new RegisteredDelivery(receipt ? RECEIPT : NO_RECEIPT),
              (byte) 0,
              new RawDataCoding(gsm ? GSM : UCS2),
              (byte) 0,
              sms.text(),
              sms.parameters())
          .getMessageId();
    } catch (NegativeResponseException e) {
      throw SmppStatus.failure(e.getCommandStatus());
    } catch (PDUException e) {
      // Its message may quote what it was given.
      throw ChannelException.of(Kind.NOT_PERMITTED, "the answer does not fit into submit_sm");
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      throw new ChannelException(
          Kind.UNCONFIRMED, "the network did not say whether it took the answer", null, e);
    }
  }

  /** International numbers without their plus, names, and short codes. */
  private static Address address(String text) {
    if (text.matches("\\+[0-9]{7,15}")) {
      return new Address(
          TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, text.substring(1));
    }
    return text.matches("[0-9]{1,20}")
        ? new Address(TypeOfNumber.UNKNOWN, NumberingPlanIndicator.ISDN, text)
        : new Address(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, text);
  }

  private static String decimal(String id) {
    return id.toLowerCase(Locale.ROOT).matches("[0-9a-f]{1,15}")
        ? String.valueOf(Long.parseLong(id, 16))
        : id;
  }
}
