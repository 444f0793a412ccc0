package org.tanggap.channel.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.sms.SmsText;
import org.tanggap.testkit.FakeVendor;

/**
 * A message centre on jsmpp's server classes: it keeps each message until it is answered with OK,
 * and sends what was not after the next bind or when it is told to. Nobody calls it over HTTP.
 */
public final class FakeSmsc extends FakeVendor implements ServerMessageReceiverListener {

  /**
   * jsmpp tells of each broken line with a stack trace; a logger that nobody holds is forgotten.
   */
  private static final Logger QUIET = Logger.getLogger("org.jsmpp");

  static final String SYSTEM = "tanggap";
  static final String PASSWORD = "rahasia8";
  static final String CITIZEN = "6281234500001";
  static final String OURS = "1708";

  private static final class Mo {
    private final String source;
    private final int esmClass;
    private final byte coding;
    private final byte[] body;
    private boolean flying;
    private boolean done;
    private final List<Integer> statuses = new ArrayList<>();

    private Mo(String source, int esmClass, byte coding, byte[] body) {
      this.source = source;
      this.esmClass = esmClass;
      this.coding = coding;
      this.body = body;
    }
  }

  /** jsmpp does not tell which port it was given. */
  private record OnThatSocket(ServerSocket socket) implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
      return listen(port);
    }
  }

  private final InstantSource clock;
  private final ServerSocket server;
  private final SMPPServerSessionListener listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Mo> messages = new ArrayList<>();
  private final List<SubmitSm> taken = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final Map<Integer, Map<Integer, byte[]>> parts = new LinkedHashMap<>();
  private volatile @Nullable SMPPServerSession bound;
  private volatile int bindStatus;
  private volatile int submitStatus;
  private volatile int submitFrom = 1;
  private final AtomicInteger binds = new AtomicInteger();
  private volatile boolean silent;

  /** Listens on a free port. */
  public FakeSmsc(InstantSource clock) {
    this.clock = clock;
    QUIET.setLevel(Level.OFF);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      listener = new SMPPServerSessionListener(0, new OnThatSocket(server));
      listener.setMessageReceiverListener(this);
      listener.setPduProcessorDegree(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::acceptAll);
  }

  int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    try {
      while (true) {
        SMPPServerSession session = listener.accept();
        threads.execute(() -> bind(session));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      session.setTransactionTimer(3_000);
      session.setEnquireLinkTimer(20_000);
      BindRequest request = session.waitForBind(3_000);
      binds.incrementAndGet();
      boolean known =
          SYSTEM.equals(request.getSystemId()) && PASSWORD.equals(request.getPassword());
      if (bindStatus != 0 || !known) {
        request.reject(bindStatus != 0 ? bindStatus : 0x0E);
        return;
      }
      request.accept("FakeSmsc");
      synchronized (this) {
        bound = session;
        messages.forEach(message -> message.flying = false);
      }
      pump();
    } catch (TimeoutException | PDUException | IOException e) {
      session.close();
    }
  }

  /** Sends what is not on its way, in order; each waits for its answer on a thread of its own. */
  void pump() {
    SMPPServerSession session = bound;
    while (session != null) {
      Mo next = null;
      int waiting = session.getUnacknowledgedRequests();
      synchronized (this) {
        for (Mo message : messages) {
          if (next == null && !message.done && !message.flying) {
            next = message;
          }
        }
        if (next != null) {
          next.flying = true;
        }
      }
      if (next == null) {
        return;
      }
      Mo message = next;
      threads.execute(() -> deliver(session, message));
      for (int i = 0; i < 50 && session.getUnacknowledgedRequests() <= waiting; i++) {
        pause();
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(1_000_000);
  }

  private void deliver(SMPPServerSession session, Mo message) {
    try {
      boolean large = message.body.length > 250;
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          message.source,
          TypeOfNumber.UNKNOWN,
          NumberingPlanIndicator.ISDN,
          OURS,
          new ESMClass(message.esmClass),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new RawDataCoding(message.coding),
          large ? new byte[0] : message.body,
          large
              ? new OptionalParameter[] {
                new OptionalParameter.OctetString((short) 0x0424, message.body)
              }
              : new OptionalParameter[0]);
      synchronized (this) {
        message.done = true;
        message.statuses.add(0);
      }
    } catch (NegativeResponseException e) {
      synchronized (this) {
        message.statuses.add(e.getCommandStatus());
      }
    } catch (Exception e) {
      // No answer: it is sent again after the next bind.
    }
  }

  /** Sends once more what was refused or not answered. */
  void sendAgain() {
    synchronized (this) {
      messages.forEach(message -> message.flying = false);
    }
    pump();
  }

  /** A citizen sends words. Returns the id of the message's key. */
  public String publish(String text) {
    return publish(CITIZEN, text);
  }

  String publish(String source, String text) {
    boolean gsm = SmsText.isGsm(text);
    byte[] body = gsm ? SmsText.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
    byte coding = (byte) (gsm ? 0 : 8);
    send(new Mo(source, 0, coding, body));
    SmppPdu pdu = new SmppPdu(source, 1, OURS, 0, coding, body, null, false, "", "", 0);
    return "smpp-"
        + SmppMessages.hash(List.of(pdu))
        + "-"
        + clock.instant().getEpochSecond() / 3600;
  }

  void part(String source, String text, int reference, int total, int number) {
    byte[] septets = SmsText.encode(text);
    byte[] body = Arrays.copyOf(new byte[] {5, 0, 3, 0, 0, 0}, 6 + septets.length);
    body[3] = (byte) reference;
    body[4] = (byte) total;
    body[5] = (byte) number;
    System.arraycopy(septets, 0, body, 6, septets.length);
    send(new Mo(source, 0x40, (byte) 0, body));
  }

  void receipt(String id, String state) {
    String text = "id:" + id + " sub:001 dlvrd:001 stat:" + state + " err:000 text:x";
    send(new Mo(CITIZEN, 0x04, (byte) 0, text.getBytes(StandardCharsets.US_ASCII)));
  }

  private void send(Mo message) {
    synchronized (this) {
      messages.add(message);
    }
    pump();
  }

  /** How many messages were answered with OK. */
  synchronized int acknowledged() {
    return (int) messages.stream().filter(message -> message.done).count();
  }

  synchronized List<Integer> statuses(int message) {
    return List.copyOf(messages.get(message).statuses);
  }

  /** The words of all answers; long ones are joined as a phone does. */
  public synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  synchronized List<SubmitSm> taken() {
    return List.copyOf(taken);
  }

  int binds() {
    return binds.get();
  }

  void refuseBinds(int status) {
    bindStatus = status;
  }

  /** From this answer on, with this status; 0 takes all. */
  void refuseSubmits(int status, int fromNumber) {
    submitFrom = fromNumber;
    submitStatus = status;
  }

  /** Takes answers from now on without saying so. */
  void fallSilent() {
    silent = true;
  }

  void hangUp() {
    SMPPServerSession session = bound;
    if (session != null) {
      session.close();
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm sms, SMPPServerSession source)
      throws ProcessRequestException {
    int number;
    synchronized (this) {
      number = taken.size() + 1;
      if (submitStatus == 0 || number < submitFrom) {
        taken.add(sms);
        read(sms);
      }
    }
    if (submitStatus != 0 && number >= submitFrom) {
      throw new ProcessRequestException("refused", submitStatus);
    }
    if (silent) {
      try {
        TimeUnit.SECONDS.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      return new SubmitSmResult(new MessageId(Integer.toHexString(0xA0 + number)), null);
    } catch (PDUException e) {
      throw new AssertionError(e);
    }
  }

  private void read(SubmitSm sms) {
    byte[] text = sms.getShortMessage();
    OptionalParameter payload = sms.getOptionalParameter((short) 0x0424);
    if (payload != null) {
      byte[] all = payload.serialize();
      text = Arrays.copyOfRange(all, 4, all.length);
    }
    boolean gsm = sms.getDataCoding() == 0;
    if ((sms.getEsmClass() & 0x40) == 0) {
      answers.add(decoded(text, gsm));
      return;
    }
    Map<Integer, byte[]> all = parts.computeIfAbsent(text[3] & 0xFF, it -> new TreeMap<>());
    all.put(text[5] & 0xFF, Arrays.copyOfRange(text, 6, text.length));
    if (all.size() == (text[4] & 0xFF)) {
      StringBuilder whole = new StringBuilder();
      all.values().forEach(part -> whole.append(decoded(part, gsm)));
      answers.add(whole.toString());
      parts.remove(text[3] & 0xFF);
    }
  }

  private static String decoded(byte[] text, boolean gsm) {
    return gsm ? SmsText.decode(text) : new String(text, StandardCharsets.UTF_16BE);
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public void onAcceptCancelSm(CancelSm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm pdu, SMPPServerSession source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) {
    throw new AssertionError("nobody sends that");
  }

  @Override
  protected Answer answer(Request request) {
    throw new AssertionError("a message centre has no web address");
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    throw new AssertionError("a message centre has no web address");
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
    threads.shutdownNow();
    super.close();
  }
}
