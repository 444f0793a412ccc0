-- Tanggap, SQLite, schema 3: conversations, and accounts that several processes share.
-- Times are milliseconds since 1970-01-01T00:00Z.

ALTER TABLE tanggap_message ADD COLUMN sent_at INTEGER NOT NULL DEFAULT 0;
-- What the adapter noted for answering.
ALTER TABLE tanggap_message ADD COLUMN hint TEXT NOT NULL DEFAULT '';
-- Of the older ones only the time is known at which their complaint was received.
UPDATE tanggap_message SET sent_at = COALESCE((SELECT at FROM tanggap_event event
  WHERE event.complaint_id = tanggap_message.complaint_id AND event.version = 1), 0);
CREATE INDEX tanggap_message_hint ON tanggap_message (complaint_id) WHERE hint <> '';

ALTER TABLE tanggap_outbox ADD COLUMN photos TEXT NOT NULL DEFAULT '[]';
ALTER TABLE tanggap_outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
-- The last attempt of which nothing is uncertain, nor of any before.
ALTER TABLE tanggap_outbox ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
UPDATE tanggap_outbox SET settled =
  CASE WHEN state = 'PENDING' AND claimed_until <> 0 THEN attempts - 1 ELSE attempts END;
-- The vendor's id for it.
ALTER TABLE tanggap_outbox ADD COLUMN sent_as TEXT;
CREATE INDEX tanggap_outbox_sent_as ON tanggap_outbox (account, sent_as)
  WHERE sent_as IS NOT NULL;

ALTER TABLE tanggap_reporter ADD COLUMN answers_wanted INTEGER NOT NULL DEFAULT 1;

CREATE TABLE tanggap_account (
  account         TEXT    NOT NULL PRIMARY KEY,
  -- How often it was claimed.
  claim           INTEGER NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until   INTEGER NOT NULL,
  next_poll       INTEGER NOT NULL,
  failures        INTEGER NOT NULL,
  last_success    INTEGER,
  last_message    INTEGER,
  problem_kind    TEXT,
  problem_message TEXT,
  problem_since   INTEGER
) WITHOUT ROWID;

-- Announced messages that have to be fetched.
CREATE TABLE tanggap_fetch (
  account       TEXT    NOT NULL,
  external_id   TEXT    NOT NULL,
  hint          TEXT    NOT NULL,
  due           INTEGER NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until INTEGER NOT NULL,
  attempts      INTEGER NOT NULL,
  PRIMARY KEY (account, external_id)
);
CREATE INDEX tanggap_fetch_due ON tanggap_fetch (due, account, external_id);
