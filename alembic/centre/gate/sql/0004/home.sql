-- A gate that was put back from a backup knows older tokens than the desks have, and would take each of them for a copy of itself. So it keeps
-- where it lives: the cluster, the database in it, and the timeline of the log, one of which is another one after any restore, and after a
-- failover. While they differ nobody is answered, which means "later", until the operator has said so (`kt1desk centre restored`).

-- The timeline of the log that is written now: the control file names the new one only after the first checkpoint.
CREATE FUNCTION gate.here() RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    SELECT pg_catalog.concat_ws('/', s.system_identifier, d.oid,
               pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 1, 8))
      FROM pg_catalog.pg_control_system() s, pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
$body$;

ALTER TABLE gate.centre ADD COLUMN home text NOT NULL DEFAULT '';
COMMENT ON COLUMN gate.centre.home IS 'Cluster, database and timeline for which the tokens hold. Desks are answered only here.';
UPDATE gate.centre SET home = gate.here();

CREATE FUNCTION gate.require_home() RETURNS void LANGUAGE plpgsql VOLATILE AS $body$
BEGIN
    IF (SELECT c.home FROM gate.centre c) IS DISTINCT FROM gate.here() THEN
        RAISE EXCEPTION 'gate: put back from a backup, and nobody has said so yet' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
END
$body$;

CREATE OR REPLACE FUNCTION gate.admit(
    p_role text, p_token bytea, p_hardware bytea, p_frame bytea,
    OUT device int4, OUT point text, OUT refusal text, OUT token bytea)
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    v_row gate.device%ROWTYPE;
    v_shown bytea := CASE WHEN pg_catalog.octet_length(p_token) = 16 THEN p_token END;
    v_what text;
BEGIN
    PERFORM gate.require_home();
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

REVOKE ALL ON FUNCTION gate.here(), gate.require_home() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.here() TO operator;
GRANT UPDATE (home) ON gate.centre TO operator;
