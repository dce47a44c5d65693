"""What the operator may do to roles: four functions that a superuser made, each for one kind of role, and nothing else.

Whoever has CREATEROLE on PostgreSQL 15 may give himself any role but a superuser's: the owner of the gate, the reading of all tables,
programs on the server. And whoever administers the group of desks is a member of it, so a certificate in his name would open their door.
So the operator has neither. He names a desk's number or a person; the name of the role is made, or looked at, in here. Each act stands in
the server's log with who asked for it.

This module must not know what a row of a desk or a reader looks like.
"""

from __future__ import annotations

from typing import LiteralString

SCHEMA = "roles"
"""In both databases, of the superuser; nobody but the operator sees into it."""

_OPEN: tuple[LiteralString, ...] = (
    # made anew each time: nothing that somebody else put there stays, whoever owned it
    "DROP SCHEMA IF EXISTS roles CASCADE",
    "CREATE SCHEMA roles",
    "REVOKE ALL ON SCHEMA roles FROM PUBLIC",
)

_SHUT: tuple[LiteralString, ...] = (
    # in the transaction that makes them, so that there is no moment in which everybody may call
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA roles FROM PUBLIC",
    "GRANT USAGE ON SCHEMA roles TO operator",
)

_OF_DESK: LiteralString = """
CREATE FUNCTION roles.of_desk(p_device int4) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF p_device IS NULL OR p_device NOT BETWEEN 1 AND 65535 THEN
        RAISE EXCEPTION 'roles: % is no number of a desk', p_device USING ERRCODE = 'numeric_value_out_of_range';
    END IF;
    RETURN 'd' || pg_catalog.lpad(p_device::text, 5, '0');
END
$body$"""

_LET_IN: LiteralString = """
CREATE FUNCTION roles.let_in(p_device int4) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_role text := roles.of_desk(p_device);
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = v_role) THEN
        EXECUTE pg_catalog.format('CREATE ROLE %I', v_role);
    END IF;
    -- one that works and one that is still half dead after the link broke
    EXECUTE pg_catalog.format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 2',
        v_role);
    EXECUTE pg_catalog.format('GRANT desk TO %I', v_role);
    -- a desk may lift these itself: they help the honest one; the watchdog ends the others
    EXECUTE pg_catalog.format('ALTER ROLE %I SET statement_timeout = ''15s''', v_role);
    EXECUTE pg_catalog.format('ALTER ROLE %I SET lock_timeout = ''5s''', v_role);
    EXECUTE pg_catalog.format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''20s''', v_role);
    EXECUTE pg_catalog.format('ALTER ROLE %I SET idle_session_timeout = ''15min''', v_role);
    RAISE LOG 'roles: % let in by %', v_role, session_user;
END
$body$"""

_PUT_OUT: LiteralString = """
CREATE FUNCTION roles.put_out(p_device int4) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_role text := roles.of_desk(p_device);
BEGIN
    IF EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = v_role) THEN
        EXECUTE pg_catalog.format('ALTER ROLE %I NOLOGIN', v_role);
    END IF;
    RAISE LOG 'roles: % put out by %', v_role, session_user;
END
$body$"""

_HANG_UP: LiteralString = """
CREATE FUNCTION roles.hang_up(p_device int4) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    PERFORM pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity a WHERE a.usename = roles.of_desk(p_device);
END
$body$"""

_LET_READ: LiteralString = """
CREATE FUNCTION roles.let_read(p_person text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    IF p_person IS NULL OR p_person = '' OR pg_catalog.octet_length(p_person) > 63 OR p_person ~ '^d[0-9]{5}$' OR EXISTS (
        SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = p_person AND (
            r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls OR NOT r.rolcanlogin
            -- whoever reads reports is a member of the readers and of nothing else
            OR NOT EXISTS (SELECT 1 FROM pg_catalog.pg_auth_members m
                            WHERE m.member = r.oid AND m.roleid = 'core_reader'::regrole)
            OR EXISTS (SELECT 1 FROM pg_catalog.pg_auth_members m
                        WHERE m.member = r.oid AND m.roleid <> 'core_reader'::regrole))) THEN
        RAISE EXCEPTION 'roles: % is no reader', p_person USING ERRCODE = 'reserved_name';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = p_person) THEN
        EXECUTE pg_catalog.format('CREATE ROLE %I LOGIN', p_person);
        EXECUTE pg_catalog.format('GRANT core_reader TO %I', p_person);
        RAISE LOG 'roles: reader % made by %', p_person, session_user;
    END IF;
END
$body$"""

FOR_GATE: tuple[LiteralString, ...] = (
    *_OPEN,
    _OF_DESK,
    _LET_IN,
    _PUT_OUT,
    _HANG_UP,
    *_SHUT,
    "GRANT EXECUTE ON FUNCTION roles.let_in(int4), roles.put_out(int4), roles.hang_up(int4) TO operator",
)
"""Letting desks in and putting them out. To be run in one transaction by a superuser."""

FOR_CORE: tuple[LiteralString, ...] = (
    *_OPEN,
    _LET_READ,
    *_SHUT,
    "GRANT EXECUTE ON FUNCTION roles.let_read(text) TO operator",
)
"""Making readers. To be run in one transaction by a superuser."""

TAKEN_BACK: LiteralString = """
DO $body$
DECLARE
    v_given record;
BEGIN
    FOR v_given IN
        SELECT m.roleid::regrole AS role, m.member::regrole AS member
          FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.member
         WHERE (r.rolname IN ('operator', 'gate_owner', 'core_owner', 'desk', 'core_reader'))
            OR (r.rolname = 'integrator' AND m.roleid NOT IN ('pg_signal_backend'::regrole, 'pg_read_all_stats'::regrole))
            OR (r.rolname ~ '^d[0-9]{5}$' AND m.roleid <> 'desk'::regrole)
            OR (r.rolname !~ '^d[0-9]{5}$' AND m.roleid = 'desk'::regrole)
    LOOP
        EXECUTE pg_catalog.format('REVOKE %s FROM %s CASCADE', v_given.role, v_given.member);
    END LOOP;
END
$body$"""
"""No role of the centre's own is a member of what it need not be: servers that were made ready before gave the operator more, and he could
give it on."""
