-- What a desk may do at the centre: call gate.exchange. All others here are its parts and are called by it alone.
-- Written out and never changed again: what is to be different comes with a later revision as CREATE OR REPLACE.
--
-- A frame's head has the same places in every version (kt1desk/exchange/frames.py), counted from 0:
--   0 'KF' | 2 version | 3 dictionary | 4 device 2 | 6 stream 1 | 7 incarnation 2 | 9 number 4 | 13 made 10 | 23 first seq 4 | 27 count 2
--   | 29 hash of the frame before 32 | 61 length 4 | packed | signature 64 at the end
-- Nothing behind the head is looked at, nothing is unpacked, no signature is checked: that is done behind the gate.

CREATE FUNCTION gate.now_ms() RETURNS int8 LANGUAGE sql VOLATILE
RETURN (pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp()) * 1000))::int8;

CREATE FUNCTION gate.number_at(p_data bytea, p_at int4, p_width int4) RETURNS int8
LANGUAGE plpgsql IMMUTABLE AS $body$
DECLARE
    v_number int8 := 0;
BEGIN
    FOR i IN p_at .. p_at + p_width - 1 LOOP
        v_number := v_number * 256 + pg_catalog.get_byte(p_data, i);
    END LOOP;
    RETURN v_number;
END
$body$;

CREATE FUNCTION gate.note(p_role text, p_device int4, p_what text, p_detail text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    v_now int8 := gate.now_ms();
BEGIN
    -- the log has it even where the caller takes its transaction back
    RAISE LOG 'gate: % by %: %', p_what, p_role, p_detail;
    INSERT INTO gate.audit AS a (role, device, what, minute_ms, at_ms, last_ms, detail)
        VALUES (p_role, p_device, p_what, v_now - v_now % 60000, v_now, v_now, p_detail)
        ON CONFLICT (role, what, minute_ms) DO UPDATE SET times = a.times + 1, last_ms = excluded.last_ms;
END
$body$;

-- Whether these bytes begin as a frame of this device does.
CREATE FUNCTION gate.is_frame_of(p_device int4, p_frame bytea) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $body$
BEGIN
    RETURN pg_catalog.octet_length(p_frame) >= 129
       AND pg_catalog.substr(p_frame, 1, 2) = '\x4b46'::bytea
       AND gate.number_at(p_frame, 4, 2) = p_device
       AND gate.number_at(p_frame, 6, 1) BETWEEN 1 AND 2
       AND gate.number_at(p_frame, 7, 2) >= 1
       AND gate.number_at(p_frame, 9, 4) >= 1
       AND (gate.number_at(p_frame, 9, 4) = 1) = (pg_catalog.substr(p_frame, 30, 32) = pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex'));
END
$body$;

-- Whether this frame is the first of an incarnation that none of the desk's streams has reached: how a restored desk comes back.
CREATE FUNCTION gate.begins_anew(p_device int4, p_frame bytea) RETURNS boolean
LANGUAGE plpgsql STABLE AS $body$
BEGIN
    IF p_frame IS NULL OR pg_catalog.octet_length(p_frame) > 65536 OR NOT gate.is_frame_of(p_device, p_frame) THEN
        RETURN false;
    END IF;
    RETURN gate.number_at(p_frame, 9, 4) = 1
       AND gate.number_at(p_frame, 7, 2)
         > (SELECT coalesce(pg_catalog.max(c.incarnation), 1) FROM gate.chain c WHERE c.device = p_device);
END
$body$;

-- Counts what a desk adds in a day. Above the limit there is no answer at all, which means "later": an honest desk never gets there.
CREATE FUNCTION gate.count_bytes(p_device int4, p_bytes int4) RETURNS void
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    v_day int4 := gate.now_ms() / 86400000;
    v_bytes int8;
BEGIN
    UPDATE gate.device d SET day = v_day, day_bytes = p_bytes + CASE WHEN d.day = v_day THEN d.day_bytes ELSE 0 END
     WHERE d.device = p_device RETURNING d.day_bytes INTO v_bytes;
    IF v_bytes > (SELECT c.bytes_a_day FROM gate.centre c) THEN
        RAISE EXCEPTION 'gate: device % has added % bytes today', p_device, v_bytes USING ERRCODE = 'configuration_limit_exceeded';
    END IF;
END
$body$;

-- The rules of a chain. The caller holds the row of the device, so nobody else adds to its chains.
CREATE FUNCTION gate.take_frame(p_device int4, p_frame bytea, OUT answer text, OUT reason text)
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    v_stream int2;
    v_incarnation int4;
    v_number int8;
    v_hash bytea;
    v_kept bytea;
    v_highest int4;
    v_last int8;
    v_head bytea;
BEGIN
    reason := '';
    IF pg_catalog.octet_length(p_frame) > 65536 THEN
        answer := 'too_large';
        RETURN;
    END IF;
    answer := 'fork';
    IF NOT gate.is_frame_of(p_device, p_frame) THEN
        reason := 'foreign';
        RETURN;
    END IF;
    v_stream := gate.number_at(p_frame, 6, 1);
    v_incarnation := gate.number_at(p_frame, 7, 2);
    v_number := gate.number_at(p_frame, 9, 4);
    SELECT c.number, c.hash INTO v_last, v_head FROM gate.chain c
     WHERE c.device = p_device AND c.stream = v_stream AND c.incarnation = v_incarnation;
    IF v_number <= v_last THEN
        SELECT f.data INTO v_kept FROM gate.frame_in f
         WHERE f.device = p_device AND f.stream = v_stream AND f.incarnation = v_incarnation AND f.number = v_number;
        IF v_kept = p_frame THEN
            answer := 'dup';
            RETURN;
        END IF;
    END IF;
    SELECT pg_catalog.max(c.incarnation) INTO v_highest FROM gate.chain c WHERE c.device = p_device AND c.stream = v_stream;
    IF v_incarnation < v_highest THEN
        reason := 'incarnation';
        RETURN;
    END IF;
    v_last := coalesce(v_last, 0);
    IF v_number > v_last + 1 THEN
        answer := 'gap';
        RETURN;
    END IF;
    IF v_number <= v_last OR (v_number > 1 AND pg_catalog.substr(p_frame, 30, 32) <> v_head) THEN
        reason := 'frame';
        RETURN;
    END IF;
    PERFORM gate.count_bytes(p_device, pg_catalog.octet_length(p_frame));
    v_hash := pg_catalog.sha256('kt1desk/frame/1\000'::bytea
        || pg_catalog.substr(p_frame, 1, pg_catalog.octet_length(p_frame) - 64));
    INSERT INTO gate.frame_in (device, stream, incarnation, number, hash, data, received_ms)
        VALUES (p_device, v_stream, v_incarnation, v_number, v_hash, p_frame, gate.now_ms());
    INSERT INTO gate.chain (device, stream, incarnation, number, hash)
        VALUES (p_device, v_stream, v_incarnation, v_number, v_hash)
        ON CONFLICT (device, stream, incarnation) DO UPDATE SET number = excluded.number, hash = excluded.hash;
    answer := 'ok';
END
$body$;

-- For each stream, 1 then 2: stream 1 | incarnation 2 | number 4 | hash 32, of its highest incarnation; zeros after the stream for none.
CREATE FUNCTION gate.places_of(p_device int4) RETURNS bytea
LANGUAGE plpgsql STABLE AS $body$
DECLARE
    v_places bytea := ''::bytea;
    v_place bytea;
BEGIN
    FOR v_stream IN 1 .. 2 LOOP
        SELECT pg_catalog.substr(pg_catalog.int4send(c.incarnation), 3, 2)
            || pg_catalog.substr(pg_catalog.int8send(c.number), 5, 4) || c.hash
          INTO v_place FROM gate.chain c WHERE c.device = p_device AND c.stream = v_stream
         ORDER BY c.incarnation DESC LIMIT 1;
        v_places := v_places || pg_catalog.substr(pg_catalog.int4send(v_stream), 4, 1)
            || coalesce(v_place, pg_catalog.decode(pg_catalog.repeat('00', 38), 'hex'));
    END LOOP;
    RETURN v_places;
END
$body$;

-- Mail after a number, as far as one answer goes: 64 frames, 65,536 bytes, but always the first. Frames that are not the ones
-- the reader knows (`known` is false) mean that the centre was restored: the reader goes back until they are.
CREATE FUNCTION gate.mail_after(p_point text, p_number int8, p_hash bytea, OUT known boolean, OUT last int8, OUT frames bytea[])
LANGUAGE plpgsql STABLE AS $body$
BEGIN
    frames := '{}';
    SELECT b.number INTO last FROM gate.mailbox b WHERE b.point = p_point;
    last := coalesce(last, 0);
    known := true;
    IF p_number IS NULL THEN
        RETURN;
    END IF;
    known := p_number = 0 OR EXISTS (SELECT 1 FROM gate.mail_out m
        WHERE m.point = p_point AND m.number = p_number AND m.number <= last AND m.hash = p_hash);
    IF known AND last > p_number THEN
        SELECT pg_catalog.array_agg(c.data ORDER BY c.number) INTO frames FROM (
            SELECT m.number, m.data, pg_catalog.row_number() OVER (ORDER BY m.number) AS nth,
                   pg_catalog.sum(pg_catalog.octet_length(m.data)) OVER (ORDER BY m.number) AS size
              FROM gate.mail_out m
             WHERE m.point = p_point AND m.number > p_number AND m.number <= last ORDER BY m.number LIMIT 64) c
         WHERE c.nth = 1 OR c.size <= 65536;
        frames := coalesce(frames, '{}');
    END IF;
END
$body$;

-- The desk's own frames from a number on (stream 1 | incarnation 2 | number 4), as many as mail.
CREATE FUNCTION gate.own_frames(p_device int4, p_own bytea) RETURNS bytea[]
LANGUAGE plpgsql STABLE AS $body$
DECLARE
    v_frames bytea[];
BEGIN
    IF p_own IS NULL OR pg_catalog.octet_length(p_own) <> 7 THEN
        RETURN '{}';
    END IF;
    SELECT pg_catalog.array_agg(c.data ORDER BY c.number) INTO v_frames FROM (
        SELECT f.number, f.data, pg_catalog.row_number() OVER (ORDER BY f.number) AS nth,
               pg_catalog.sum(pg_catalog.octet_length(f.data)) OVER (ORDER BY f.number) AS size
          FROM gate.frame_in f
         WHERE f.device = p_device AND f.stream = gate.number_at(p_own, 0, 1) AND f.incarnation = gate.number_at(p_own, 1, 2)
           AND f.number >= gate.number_at(p_own, 3, 4) ORDER BY f.number LIMIT 64) c
     WHERE c.nth = 1 OR c.size <= 65536;
    RETURN coalesce(v_frames, '{}');
END
$body$;

-- Who calls: the row of the device that is logged in, locked until the answer is out. refusal is '' for the one who may go on,
-- else what the audit calls it: no_desk, revoked, serial, hardware, token. Rolls the token, binds the machine.
CREATE FUNCTION gate.admit(
    p_role text, p_token bytea, p_hardware bytea, p_frame bytea,
    OUT device int4, OUT point text, OUT refusal text, OUT token bytea)
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    v_row gate.device%ROWTYPE;
    v_shown bytea := CASE WHEN pg_catalog.octet_length(p_token) = 16 THEN p_token END;
    v_what text;
BEGIN
    refusal := '';
    token := ''::bytea;
    SELECT d.* INTO v_row FROM gate.device d WHERE d.role = p_role FOR UPDATE;
    device := v_row.device;
    point := v_row.point;
    IF v_row.device IS NULL THEN
        refusal := 'no_desk';
    ELSIF v_row.revoked_ms IS NOT NULL THEN
        refusal := 'revoked';
    ELSIF sslinfo.ssl_client_serial()::text IS DISTINCT FROM v_row.serial THEN
        refusal := 'serial';
    ELSIF p_hardware IS NULL OR pg_catalog.octet_length(p_hardware) <> 16 OR v_row.hardware <> p_hardware THEN
        refusal := 'hardware';
    ELSIF v_row.token IS NULL OR v_row.hardware IS NULL THEN
        v_what := 'bound';
    ELSIF v_shown IS NULL OR v_shown NOT IN (v_row.token, v_row.token_before) THEN
        IF v_shown IS NOT NULL AND gate.begins_anew(v_row.device, p_frame) THEN
            v_what := 'rejoin';
        ELSE
            refusal := 'token';
        END IF;
    END IF;
    IF refusal <> '' THEN
        PERFORM gate.note(p_role, v_row.device, refusal, '');
        RETURN;
    END IF;
    IF v_what IS NOT NULL THEN
        PERFORM gate.note(p_role, v_row.device, v_what, pg_catalog.encode(p_hardware, 'hex'));
    END IF;
    token := pg_catalog.uuid_send(pg_catalog.gen_random_uuid());
    UPDATE gate.device d SET token = admit.token, hardware = p_hardware,
        -- what was shown stays good, for the answer may be lost
        token_before = coalesce(v_shown, pg_catalog.decode(pg_catalog.repeat('00', 16), 'hex'))
     WHERE d.device = v_row.device;
END
$body$;

CREATE FUNCTION gate.exchange(
    p_token bytea, p_hardware bytea, p_program int4, p_now_ms int8,
    p_frame bytea, p_mail_number int8, p_mail_hash bytea, p_own bytea)
RETURNS TABLE (
    answer text, reason text, places bytea, token bytea, now_ms int8, epoch int4, wanted int4,
    mail_last int8, mail bytea[], own bytea[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_caller record;
    v_mail record;
BEGIN
    answer := 'ok';
    reason := '';
    mail_last := 0;
    mail := '{}';
    own := '{}';
    now_ms := gate.now_ms();
    SELECT c.epoch, c.wanted_program INTO epoch, wanted FROM gate.centre c;
    SELECT a.* INTO v_caller FROM gate.admit(session_user::text, p_token, p_hardware, p_frame) a;
    token := v_caller.token;
    IF v_caller.refusal <> '' THEN
        answer := CASE WHEN v_caller.refusal IN ('no_desk', 'revoked') THEN 'revoked' ELSE 'fork' END;
        reason := CASE v_caller.refusal WHEN 'token' THEN 'token' WHEN 'serial' THEN 'hardware' WHEN 'hardware' THEN 'hardware' ELSE '' END;
        places := gate.places_of(NULL);
        -- a machine that was restored shows an old token and still must get its own frames back; any other learns nothing
        IF v_caller.refusal = 'token' THEN
            places := gate.places_of(v_caller.device);
            own := gate.own_frames(v_caller.device, p_own);
        END IF;
        RETURN NEXT;
        RETURN;
    END IF;
    IF p_frame IS NOT NULL THEN
        SELECT t.* INTO answer, reason FROM gate.take_frame(v_caller.device, p_frame) t;
        IF answer IN ('fork', 'too_large') THEN
            PERFORM gate.note(session_user::text, v_caller.device, pg_catalog.concat_ws('_', answer, nullif(reason, '')),
                pg_catalog.encode(pg_catalog.substr(p_frame, 1, 29), 'hex'));
        END IF;
    END IF;
    places := gate.places_of(v_caller.device);
    own := gate.own_frames(v_caller.device, p_own);
    SELECT m.* INTO v_mail FROM gate.mail_after(v_caller.point, p_mail_number, p_mail_hash) m;
    mail_last := v_mail.last;
    mail := v_mail.frames;
    IF NOT v_mail.known AND reason = '' THEN
        reason := 'rewind';
    END IF;
    UPDATE gate.device d SET seen_ms = exchange.now_ms, said_ms = coalesce(p_now_ms, 0), program = coalesce(p_program, 0),
        mail_taken = CASE WHEN v_mail.known THEN coalesce(p_mail_number, d.mail_taken) ELSE d.mail_taken END
     WHERE d.device = v_caller.device;
    RETURN NEXT;
END
$body$;

-- What the integrator writes down when it ends a session of a desk (kt1desk/centre/watchdog.py).
CREATE FUNCTION gate.note_stale(p_role text, p_seconds int8) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    PERFORM gate.note(p_role, (SELECT d.device FROM gate.device d WHERE d.role = p_role), 'stale', p_seconds || ' s');
END
$body$;
