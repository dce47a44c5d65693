-- Releases of the program, for desks that no stick reaches. Nothing in them is secret, and nobody believes them because they came from here:
-- a desk proves what it gets by keys that never were on this server. So the gate keeps bytes under names and knows nothing of what they are.

CREATE TABLE gate.release_file (
    name text NOT NULL CHECK (name ~ '^(metadata|targets)(/[A-Za-z0-9._-]{1,80}){1,3}$'),
    at int4 NOT NULL CHECK (at >= 0),
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 65536),
    PRIMARY KEY (name, at)
);
COMMENT ON TABLE gate.release_file IS 'A release in pieces of 65,536 bytes, the last one shorter or equal; written by the operator, whole releases only.';

-- One piece. NULL: there is none, or the caller is nobody. No word and no machine are asked for: the line stays free for what it is for, and
-- there is nothing to protect.
CREATE FUNCTION gate.release_piece(p_name text, p_at int4) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM gate.device d
                    WHERE d.role = session_user::text AND d.revoked_ms IS NULL
                      AND sslinfo.ssl_client_serial()::text IS NOT DISTINCT FROM d.serial) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT r.bytes FROM gate.release_file r WHERE r.name = p_name AND r.at = p_at);
END
$body$;

REVOKE ALL ON TABLE gate.release_file FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.release_piece(text, int4) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.release_piece(text, int4) TO desk;
GRANT SELECT, INSERT, DELETE ON gate.release_file TO operator;
