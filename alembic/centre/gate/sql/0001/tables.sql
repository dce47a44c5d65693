-- What the gate keeps: frames as they came, mail as it was made, and who may ask. Written out and never changed again.
-- Times are UTC in ms. Data is packed already and sealed in frames, so the server need not try to compress it (STORAGE EXTERNAL).

CREATE SCHEMA gate;

CREATE TABLE gate.centre (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id text NOT NULL DEFAULT pg_catalog.gen_random_uuid()::text,
    epoch int4 NOT NULL DEFAULT 1,
    wanted_program int4 NOT NULL DEFAULT 0,
    bytes_a_day int8 NOT NULL DEFAULT 67108864
);
COMMENT ON TABLE gate.centre IS 'One row. epoch counts the restores; wanted_program is the version desks are asked to have, 0 for none.';
COMMENT ON COLUMN gate.centre.bytes_a_day IS 'What one desk may add in a day. Ninety days of a busy counter are half a megabyte: only a hostile desk gets there.';
INSERT INTO gate.centre DEFAULT VALUES;

CREATE TABLE gate.device (
    device int4 PRIMARY KEY CHECK (device BETWEEN 1 AND 65535),
    role text NOT NULL UNIQUE,
    point text NOT NULL,
    serial text NOT NULL,
    hardware bytea,
    enrolled_ms int8 NOT NULL,
    revoked_ms int8,
    token bytea,
    token_before bytea,
    program int4 NOT NULL DEFAULT 0,
    seen_ms int8 NOT NULL DEFAULT 0,
    said_ms int8 NOT NULL DEFAULT 0,
    mail_taken int8 NOT NULL DEFAULT 0,
    day int4 NOT NULL DEFAULT 0,
    day_bytes int8 NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
COMMENT ON COLUMN gate.device.serial IS 'Serial number of the one certificate this desk may show, decimal.';
COMMENT ON COLUMN gate.device.hardware IS 'The machine, from the first call on; NULL until then and after an operator let go of it.';
COMMENT ON COLUMN gate.device.token_before IS 'Still good: the answer that brought the newer one may have been lost.';
COMMENT ON COLUMN gate.device.said_ms IS 'The desk''s own clock at its last call; against seen_ms it tells how wrong that clock is.';
COMMENT ON COLUMN gate.device.day_bytes IS 'What the desk has added on that day (days since 1970, UTC); held against gate.centre.bytes_a_day.';
COMMENT ON COLUMN gate.device.mail_taken IS 'The number of mail that the desk last said it has.';

CREATE TABLE gate.chain (
    device int4 NOT NULL REFERENCES gate.device,
    stream int2 NOT NULL,
    incarnation int4 NOT NULL,
    number int8 NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (device, stream, incarnation)
) WITH (fillfactor = 50);
COMMENT ON TABLE gate.chain IS 'Number and hash of the last frame of each chain.';

CREATE TABLE gate.frame_in (
    device int4 NOT NULL,
    stream int2 NOT NULL,
    incarnation int4 NOT NULL,
    number int8 NOT NULL,
    hash bytea NOT NULL,
    data bytea NOT NULL,
    received_ms int8 NOT NULL,
    PRIMARY KEY (device, stream, incarnation, number)
);
ALTER TABLE gate.frame_in ALTER data SET STORAGE EXTERNAL;

CREATE TABLE gate.mailbox (
    point text PRIMARY KEY,
    number int8 NOT NULL,
    hash bytea NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE gate.mailbox IS 'Number and hash of the newest mail of each point.';

CREATE TABLE gate.mail_out (
    point text NOT NULL,
    number int8 NOT NULL CHECK (number > 0),
    hash bytea NOT NULL,
    data bytea NOT NULL,
    made_ms int8 NOT NULL,
    PRIMARY KEY (point, number)
);
ALTER TABLE gate.mail_out ALTER data SET STORAGE EXTERNAL;
COMMENT ON TABLE gate.mail_out IS 'A copy of ledger.mail in the database core; numbered without a gap by the integrator.';

CREATE TABLE gate.audit (
    role text NOT NULL,
    what text NOT NULL,
    minute_ms int8 NOT NULL,
    id int8 GENERATED ALWAYS AS IDENTITY UNIQUE,
    device int4,
    at_ms int8 NOT NULL,
    last_ms int8 NOT NULL,
    times int8 NOT NULL DEFAULT 1,
    detail text NOT NULL,
    PRIMARY KEY (role, what, minute_ms)
);
COMMENT ON TABLE gate.audit IS 'One row for each role, kind and minute, counting: a desk that tries a thousand times a second fills no disk.';
