-- Tanggap, SQLite, schema 2: what complaints are searched by, and how channels name reporters.
-- Times are milliseconds since 1970-01-01T00:00Z.

-- How many commits there were: the order in which complaints changed.
ALTER TABLE tanggap_schema ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;

-- Follows from the events, except due and look_at, which follow from the host's policy.
CREATE TABLE tanggap_complaint (
  complaint_id TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL,
  status       TEXT    NOT NULL,
  open         INTEGER NOT NULL,
  category     TEXT    NOT NULL,
  unit         TEXT,
  area         TEXT,
  latitude     REAL,
  longitude    REAL,
  due          INTEGER,
  look_at      INTEGER,
  changed      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX tanggap_complaint_open ON tanggap_complaint (complaint_id) WHERE open = 1;
CREATE INDEX tanggap_complaint_unit ON tanggap_complaint (unit, open, due, complaint_id)
  WHERE unit IS NOT NULL;
CREATE INDEX tanggap_complaint_due ON tanggap_complaint (due, complaint_id)
  WHERE due IS NOT NULL;
CREATE INDEX tanggap_complaint_look_at ON tanggap_complaint (look_at, complaint_id)
  WHERE look_at IS NOT NULL;
CREATE INDEX tanggap_complaint_changed ON tanggap_complaint (changed, complaint_id);
CREATE INDEX tanggap_complaint_area ON tanggap_complaint (area, complaint_id)
  WHERE area IS NOT NULL;
CREATE INDEX tanggap_complaint_category ON tanggap_complaint (category, complaint_id);
CREATE INDEX tanggap_complaint_place ON tanggap_complaint (latitude, longitude)
  WHERE latitude IS NOT NULL;

-- Whom the events refer to.
CREATE TABLE tanggap_participant (
  complaint_id TEXT NOT NULL,
  reporter_id  TEXT NOT NULL,
  role         TEXT NOT NULL,
  PRIMARY KEY (complaint_id, reporter_id, role)
) WITHOUT ROWID;
CREATE INDEX tanggap_participant_reporter ON tanggap_participant (reporter_id, complaint_id);

ALTER TABLE tanggap_reporter ADD COLUMN channel TEXT NOT NULL DEFAULT '';
CREATE INDEX tanggap_reporter_handle ON tanggap_reporter (handle, channel);

DROP INDEX tanggap_outbox_due;
CREATE INDEX tanggap_outbox_pending ON tanggap_outbox (due, id) WHERE state = 'PENDING';
CREATE INDEX tanggap_outbox_state ON tanggap_outbox (state, id);
CREATE INDEX tanggap_outbox_reporter ON tanggap_outbox (reporter_id)
  WHERE reporter_id IS NOT NULL;
CREATE INDEX tanggap_left_out_at ON tanggap_left_out (at, account, location);
