package org.tanggap.channel.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.complaint.AccountId;

/** The one session with the network: bound when it is needed, and again when it broke. */
final class SmppLink implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /**
   * Where and how to bind.
   *
   * @param host the message centre
   * @param port its port
   * @param sockets makes the connection, with TLS or without
   * @param systemId who we are
   * @param password our credential
   * @param systemType the kind of system that we are; usually empty
   * @param timeout how long the network may take for an answer
   * @param enquireEvery how long the line may be quiet before we ask whether it stands
   */
  record Settings(
      String host,
      int port,
      SocketFactory sockets,
      String systemId,
      String password,
      String systemType,
      Duration timeout,
      Duration enquireEvery) {

    /** The place only. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private final AccountId account;
  private final Settings settings;
  private final SmppInbox inbox;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SMPPSession session;
  private Instant notBefore = Instant.MIN;
  private Duration pause = Duration.ZERO;
  private boolean closed;

  SmppLink(AccountId account, Settings settings, SmppInbox inbox, InstantSource clock) {
    this.account = account;
    this.settings = settings;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * The bound session; binds if there is none.
   *
   * @throws ChannelException if the network does not bind us, or did not a moment ago
   */
  SMPPSession bound() {
    lock.lock();
    try {
      SMPPSession present = session;
      if (present != null && present.getSessionState().isBound()) {
        return present;
      }
      Instant now = clock.instant();
      if (closed) {
        throw ChannelException.of(Kind.TEMPORARY, "the channel " + account + " is closed");
      } else if (now.isBefore(notBefore)) {
        throw new ChannelException(
            Kind.TEMPORARY, account + " waits before it binds again", notBefore, null);
      }
      return bind(now);
    } finally {
      lock.unlock();
    }
  }

  private SMPPSession bind(Instant now) {
    closeSession();
    DeliveryGate gate = new DeliveryGate(inbox);
    SMPPSession fresh =
        new SMPPSession(gate, new DefaultPDUReader(), (host, port) -> connect(host, port));
    fresh.setMessageReceiverListener(gate);
    // Nothing blocks in it, and one keeps the order.
    fresh.setPduProcessorDegree(1);
    fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
    fresh.setTransactionTimer(settings.timeout().toMillis());
    try {
      fresh.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null,
              InterfaceVersion.IF_34),
          settings.timeout().toMillis());
    } catch (IOException e) {
      fresh.close();
      pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      notBefore = now.plus(pause);
      throw failure(e);
    }
    session = fresh;
    pause = Duration.ZERO;
    return fresh;
  }

  private Connection connect(String host, int port) throws IOException {
    Socket socket = settings.sockets().createSocket();
    try {
      int timeout = (int) settings.timeout().toMillis();
      socket.connect(new InetSocketAddress(host, port), timeout);
      if (socket instanceof SSLSocket tls) {
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(timeout);
        tls.startHandshake();
      }
      return new SocketConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private ChannelException failure(IOException e) {
    ChannelException refused =
        e.getCause() instanceof NegativeResponseException negative
            ? SmppStatus.failure(negative.getCommandStatus())
            : ChannelException.of(Kind.TEMPORARY, "no bind at " + settings + " for " + account);
    boolean passing = refused.kind() == Kind.TEMPORARY || refused.kind() == Kind.CONFLICT;
    return new ChannelException(
        refused.kind(), String.valueOf(refused.getMessage()), passing ? notBefore : null, e);
  }

  private void closeSession() {
    SMPPSession old = session;
    session = null;
    if (old != null) {
      // A farewell: a network that does not return it shall not hold us up.
      old.setTransactionTimer(FAREWELL.toMillis());
      old.unbindAndClose();
    }
  }

  /** Unbinds. What was not answered is sent again by the network at the next bind. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closeSession();
    } finally {
      lock.unlock();
    }
  }
}
