-- Tanggap, PostgreSQL, schema 1. Times are milliseconds since 1970-01-01T00:00Z.
-- Every name begins with tanggap_, so that the tables can live in a schema of the host's own.
-- Texts are compared byte by byte, whatever the database's language.

-- commits is added to the server's transaction numbers, which begin anew when a dump is loaded
-- into another server: together they never run backwards.
CREATE TABLE tanggap_schema (
  version integer NOT NULL,
  commits bigint  NOT NULL
);
INSERT INTO tanggap_schema (version, commits) VALUES (0, 0);

-- The body is text, not jsonb, which refuses the character U+0000 in a citizen's words.
CREATE TABLE tanggap_event (
  complaint_id text COLLATE "C" NOT NULL,
  version      integer NOT NULL,
  at           bigint  NOT NULL,
  body         text    NOT NULL,
  PRIMARY KEY (complaint_id, version)
);

-- Follows from the events, except due and look_at, which follow from the host's policy.
CREATE TABLE tanggap_complaint (
  complaint_id text COLLATE "C" NOT NULL PRIMARY KEY,
  version      integer  NOT NULL,
  status       text     NOT NULL,
  open         smallint NOT NULL,
  category     text COLLATE "C" NOT NULL,
  unit         text COLLATE "C",
  area         text COLLATE "C",
  latitude     double precision,
  longitude    double precision,
  due          bigint,
  look_at      bigint,
  changed      bigint   NOT NULL
);
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
  complaint_id text COLLATE "C" NOT NULL,
  reporter_id  text COLLATE "C" NOT NULL,
  role         text COLLATE "C" NOT NULL,
  PRIMARY KEY (complaint_id, reporter_id, role)
);
CREATE INDEX tanggap_participant_reporter ON tanggap_participant (reporter_id, complaint_id);

CREATE TABLE tanggap_message (
  account      text COLLATE "C" NOT NULL,
  external_id  text COLLATE "C" NOT NULL,
  complaint_id text COLLATE "C" NOT NULL,
  digest       text NOT NULL,
  PRIMARY KEY (account, external_id)
);

-- The only table that says who somebody is. A handle may be longer than a tree's key can be.
CREATE TABLE tanggap_reporter (
  id      text COLLATE "C" NOT NULL PRIMARY KEY,
  channel text COLLATE "C" NOT NULL,
  handle  text COLLATE "C" NOT NULL,
  name    text
);
CREATE INDEX tanggap_reporter_handle ON tanggap_reporter USING hash (handle);

CREATE TABLE tanggap_outbox (
  id            text COLLATE "C" NOT NULL PRIMARY KEY,
  complaint_id  text COLLATE "C" NOT NULL,
  account       text COLLATE "C" NOT NULL,
  external_id   text COLLATE "C" NOT NULL,
  reporter_id   text COLLATE "C",
  text          text    NOT NULL,
  state         text COLLATE "C" NOT NULL,
  due           bigint  NOT NULL,
  -- Nobody else takes it until then, 0 if nobody has it.
  claimed_until bigint  NOT NULL,
  attempts      integer NOT NULL,
  note          text    NOT NULL
);
CREATE INDEX tanggap_outbox_pending ON tanggap_outbox (due, id) WHERE state = 'PENDING';
CREATE INDEX tanggap_outbox_state ON tanggap_outbox (state, id);
CREATE INDEX tanggap_outbox_reporter ON tanggap_outbox (reporter_id)
  WHERE reporter_id IS NOT NULL;

CREATE TABLE tanggap_left_out (
  account  text COLLATE "C" NOT NULL,
  location text COLLATE "C" NOT NULL,
  why      text   NOT NULL,
  at       bigint NOT NULL
);
-- The location may be longer than a tree's key can be.
CREATE UNIQUE INDEX tanggap_left_out_once ON tanggap_left_out
  (account, hashtextextended(location, 0), hashtextextended(location, 1));
CREATE INDEX tanggap_left_out_at ON tanggap_left_out (at);

CREATE TABLE tanggap_cursor (
  account text COLLATE "C" NOT NULL PRIMARY KEY,
  value   text NOT NULL
);
