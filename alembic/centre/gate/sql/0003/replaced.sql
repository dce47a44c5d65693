-- A certificate that was replaced says nothing of the machine: the desk it was given to is told that it is put out, which shuts its line and
-- nothing else, until somebody brings it the newer file. Told 'hardware', as before, it would take itself for a copy and stop writing.
-- The audit still says 'serial'. Rights stay as they are with CREATE OR REPLACE.

CREATE OR REPLACE FUNCTION gate.exchange(
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
        answer := CASE WHEN v_caller.refusal IN ('no_desk', 'revoked', 'serial') THEN 'revoked' ELSE 'fork' END;
        reason := CASE WHEN v_caller.refusal IN ('token', 'hardware') THEN v_caller.refusal ELSE '' END;
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
