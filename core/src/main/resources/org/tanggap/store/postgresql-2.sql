-- Tanggap, PostgreSQL, schema 2: conversations, and accounts that several processes share.
-- Times are milliseconds since 1970-01-01T00:00Z.

ALTER TABLE tanggap_message ADD COLUMN sent_at bigint NOT NULL DEFAULT 0;
-- What the adapter noted for answering.
ALTER TABLE tanggap_message ADD COLUMN hint text NOT NULL DEFAULT '';
-- Of the older ones only the time is known at which their complaint was received.
UPDATE tanggap_message SET sent_at = event.at FROM tanggap_event event
  WHERE event.complaint_id = tanggap_message.complaint_id AND event.version = 1;
CREATE INDEX tanggap_message_hint ON tanggap_message (complaint_id) WHERE hint <> '';

ALTER TABLE tanggap_outbox ADD COLUMN photos text NOT NULL DEFAULT '[]';
ALTER TABLE tanggap_outbox ADD COLUMN failures integer NOT NULL DEFAULT 0;
-- The last attempt of which nothing is uncertain, nor of any before.
ALTER TABLE tanggap_outbox ADD COLUMN settled integer NOT NULL DEFAULT 0;
UPDATE tanggap_outbox SET settled =
  CASE WHEN state = 'PENDING' AND claimed_until <> 0 THEN attempts - 1 ELSE attempts END;
-- The vendor's id for it.
ALTER TABLE tanggap_outbox ADD COLUMN sent_as text COLLATE "C";
CREATE INDEX tanggap_outbox_sent_as ON tanggap_outbox (account, sent_as)
  WHERE sent_as IS NOT NULL;

ALTER TABLE tanggap_reporter ADD COLUMN answers_wanted smallint NOT NULL DEFAULT 1;

CREATE TABLE tanggap_account (
  account         text COLLATE "C" NOT NULL PRIMARY KEY,
  -- How often it was claimed.
  claim           bigint  NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until   bigint  NOT NULL,
  next_poll       bigint  NOT NULL,
  failures        integer NOT NULL,
  last_success    bigint,
  last_message    bigint,
  problem_kind    text,
  problem_message text,
  problem_since   bigint
);

-- Announced messages that have to be fetched.
CREATE TABLE tanggap_fetch (
  account       text COLLATE "C" NOT NULL,
  external_id   text COLLATE "C" NOT NULL,
  hint          text    NOT NULL,
  due           bigint  NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until bigint  NOT NULL,
  attempts      integer NOT NULL,
  PRIMARY KEY (account, external_id)
);
CREATE INDEX tanggap_fetch_due ON tanggap_fetch (due, account, external_id);
