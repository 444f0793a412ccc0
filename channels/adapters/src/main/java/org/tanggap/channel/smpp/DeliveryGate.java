package org.tanggap.channel.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Keeps jsmpp from answering {@code deliver_sm} at once. Its listener would have to block a thread
 * until the message is stored, and blocked threads read no answers to {@code submit_sm} either; so
 * the listener returns, and the answer that jsmpp then sends is held back here. One for each
 * session.
 */
final class DeliveryGate extends SynchronizedPDUSender implements MessageReceiverListener {

  /** ESME_RINVCMDID. */
  private static final int NOT_SUPPORTED = 0x03;

  private final SmppInbox inbox;
  private final Map<Integer, CompletableFuture<Integer>> held = new ConcurrentHashMap<>();

  DeliveryGate(SmppInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    held.put(pdu.getSequenceNumber(), answer);
    int status = inbox.accept(SmppPdu.of(pdu), answer::complete);
    if (status != HeldPdu.OK) {
      held.remove(pdu.getSequenceNumber());
      throw new ProcessRequestException("not now", status);
    }
  }

  @Override
  public byte[] sendDeliverSmResp(OutputStream out, int status, int sequence, String id)
      throws IOException {
    CompletableFuture<Integer> answer = held.remove(sequence);
    if (answer == null) {
      return super.sendDeliverSmResp(out, status, sequence, id);
    }
    var unused = answer.thenAccept(stored -> answer(out, stored, sequence, id));
    return new byte[0];
  }

  private void answer(OutputStream out, int status, int sequence, String id) {
    try {
      super.sendDeliverSmResp(out, status, sequence, id);
    } catch (IOException e) {
      // The connection is gone: the network sends the message again, and its key is known.
    }
  }

  /** jsmpp's own thread comes along here at times, also when nothing else happens. */
  @Override
  public byte[] sendEnquireLink(OutputStream out, int sequence) throws IOException {
    inbox.tick();
    return super.sendEnquireLink(out, sequence);
  }

  @Override
  public byte[] sendEnquireLinkResp(OutputStream out, int sequence) throws IOException {
    inbox.tick();
    return super.sendEnquireLinkResp(out, sequence);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification notice) {
    // Tells that a phone can be reached; nobody has asked for it.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not taken", NOT_SUPPORTED);
  }
}
