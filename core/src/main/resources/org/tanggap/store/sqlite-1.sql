-- Tanggap, SQLite, schema 1. Times are milliseconds since 1970-01-01T00:00Z.
-- Every name begins with tanggap_, so that the tables can live in a database of the host's own.

CREATE TABLE tanggap_schema (
  version INTEGER NOT NULL
);
INSERT INTO tanggap_schema (version) VALUES (0);

CREATE TABLE tanggap_event (
  complaint_id TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  body         TEXT    NOT NULL,
  PRIMARY KEY (complaint_id, version)
) WITHOUT ROWID;

CREATE TABLE tanggap_message (
  account      TEXT NOT NULL,
  external_id  TEXT NOT NULL,
  complaint_id TEXT NOT NULL,
  digest       TEXT NOT NULL,
  PRIMARY KEY (account, external_id)
) WITHOUT ROWID;

-- The only table that says who somebody is.
CREATE TABLE tanggap_reporter (
  id     TEXT NOT NULL PRIMARY KEY,
  handle TEXT NOT NULL,
  name   TEXT
) WITHOUT ROWID;

CREATE TABLE tanggap_outbox (
  id           TEXT    NOT NULL PRIMARY KEY,
  complaint_id TEXT    NOT NULL,
  account      TEXT    NOT NULL,
  external_id  TEXT    NOT NULL,
  reporter_id  TEXT,
  text         TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  due          INTEGER NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until INTEGER NOT NULL,
  attempts     INTEGER NOT NULL,
  note         TEXT    NOT NULL
);
CREATE INDEX tanggap_outbox_due ON tanggap_outbox (state, due);

CREATE TABLE tanggap_left_out (
  account  TEXT    NOT NULL,
  location TEXT    NOT NULL,
  why      TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (account, location)
);

CREATE TABLE tanggap_cursor (
  account TEXT NOT NULL PRIMARY KEY,
  value   TEXT NOT NULL
) WITHOUT ROWID;
