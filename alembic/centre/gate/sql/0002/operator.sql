-- What the operator may call. He reads and writes no frame by himself: a frame goes through the same rules as on the line, under the same
-- lock, and each of his acts is in the audit under his own login name.

CREATE FUNCTION gate.operator_note(p_device int4, p_what text, p_detail text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    PERFORM gate.note(session_user::text, p_device, pg_catalog.substr(p_what, 1, 32), pg_catalog.substr(p_detail, 1, 200));
END
$body$;

-- A frame that a revoked or broken desk could not send. Whether the desk is revoked is not asked: what it recorded before is still true.
CREATE FUNCTION gate.take_frame_by_hand(p_device int4, p_frame bytea, OUT answer text, OUT reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    PERFORM 1 FROM gate.device d WHERE d.device = p_device FOR UPDATE;
    IF NOT FOUND THEN
        answer := 'fork';
        reason := 'foreign';
        RETURN;
    END IF;
    SELECT t.* INTO answer, reason FROM gate.take_frame(p_device, p_frame) t;
    PERFORM gate.note(session_user::text, p_device, pg_catalog.concat_ws('_', 'by_hand', answer, nullif(reason, '')),
        pg_catalog.encode(pg_catalog.substr(p_frame, 1, 29), 'hex'));
END
$body$;

REVOKE ALL ON FUNCTION gate.operator_note(int4, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.take_frame_by_hand(int4, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.operator_note(int4, text, text) TO operator;
GRANT EXECUTE ON FUNCTION gate.take_frame_by_hand(int4, bytea) TO operator;
