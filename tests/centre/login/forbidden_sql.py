"""What a desk login might try in SQL: each row is a statement, what the server says to it, or why it is harmless that it lets it through.

All of them stand in the server's log, because every statement of a desk does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import errors

DENIED = errors.InsufficientPrivilege


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement the server refuses, and the error it says so with."""

    what: str
    sql: LiteralString
    error: type[psycopg.Error] = DENIED


@dataclass(frozen=True, slots=True)
class LetThrough:
    """A statement that cannot be forbidden in PostgreSQL, what comes back, and why it harms nobody."""

    what: str
    sql: LiteralString
    found: object
    harmless_because: str


REFUSED = (
    # tables of the gate
    Refused("read who the desks are", "SELECT * FROM gate.device"),
    Refused("read another point's mail", "SELECT data FROM gate.mail_out WHERE point = '240310'"),
    Refused("read other desks' frames", "SELECT data FROM gate.frame_in"),
    Refused("write mail", "INSERT INTO gate.mail_out VALUES ('240310', 9, '', '', 0)"),
    Refused("move to another point", "UPDATE gate.device SET point = '240310'"),
    Refused("wipe its traces", "DELETE FROM gate.audit"),
    Refused("empty a table", "TRUNCATE gate.frame_in"),
    Refused("hold a table", "BEGIN; LOCK TABLE gate.device IN ACCESS EXCLUSIVE MODE"),
    Refused("read by an error's text", "SELECT 1 / (SELECT count(*) FROM gate.device)"),
    # parts of the function
    Refused("put a frame in past the rules", "SELECT gate.take_frame(8, '')"),
    Refused("blame another in the audit", "SELECT gate.note('d00008', 8, 'token', '')"),
    Refused("read another's frames by a part", "SELECT gate.own_frames(8, '\\x02000100000001')"),
    Refused(
        "replace the function",
        "CREATE OR REPLACE FUNCTION gate.now_ms() RETURNS int8 LANGUAGE sql AS 'SELECT 1'",
    ),
    # being somebody else
    Refused("become the owner", "SET ROLE gate_owner"),
    Refused("become another desk", "SET ROLE d00008"),
    Refused("become another desk for the session", "SET SESSION AUTHORIZATION d00008"),
    Refused("become a superuser", "ALTER ROLE d00007 SUPERUSER"),
    Refused("lift its connection limit", "ALTER ROLE d00007 CONNECTION LIMIT -1"),
    Refused("let the owner log in", "ALTER ROLE gate_owner LOGIN"),
    Refused("make a role", "CREATE ROLE spare LOGIN"),
    Refused("give itself a role", "GRANT operator TO d00007"),
    Refused("put another desk out", "DROP ROLE d00008"),
    # making things
    Refused("make a table", "CREATE TABLE public.mine (a int)"),
    Refused("make a temporary table", "CREATE TEMPORARY TABLE mine (a int)"),
    Refused("make a schema", "CREATE SCHEMA mine"),
    Refused("make a database", "CREATE DATABASE mine"),
    Refused("bring an extension", "CREATE EXTENSION pg_trgm SCHEMA gate"),
    Refused("run a block of code", "DO 'BEGIN LOOP END LOOP; END'"),
    # filling the disk
    Refused("make a large object", "SELECT lo_create(0)"),
    Refused("make a large object of bytes", "SELECT lo_from_bytea(0, '\\x00')"),
    Refused("import a file", "SELECT lo_import('/etc/passwd')"),
    Refused("write into the log of changes", "SELECT pg_logical_emit_message(false, 'x', repeat('x', 1000))"),
    Refused("lift the limit for sorting on disk", "SET temp_file_limit = -1"),
    # holding others up
    Refused("take a lock of everybody's", "SELECT pg_advisory_lock(1)"),
    Refused("try a lock of everybody's", "SELECT pg_try_advisory_xact_lock(1)"),
    Refused("sleep", "SELECT pg_sleep(600)"),
    Refused("hold a snapshot for others", "SELECT pg_export_snapshot()"),
    Refused(
        "leave a transaction behind", "BEGIN; PREPARE TRANSACTION 'x'", errors.ObjectNotInPrerequisiteState
    ),
    Refused("shout by function", "SELECT pg_notify('x', 'y')"),
    Refused(
        "end another's session",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'd00008'",
    ),
    # the machine below
    Refused("run a program", "COPY (SELECT 1) TO PROGRAM 'true'"),
    Refused("write a file", "COPY (SELECT 1) TO '/tmp/kt1-x'"),
    Refused("read a file", "SELECT pg_read_file('/etc/passwd')"),
    Refused("list a folder", "SELECT pg_ls_dir('.')"),
    Refused("read the passwords", "SELECT rolpassword FROM pg_authid"),
    Refused("read the server's door list", "SELECT * FROM pg_hba_file_rules"),
    Refused("change a setting of the server", "ALTER SYSTEM SET fsync = 'off'"),
    Refused("stop the log", "SET log_statement = 'none'"),
    Refused("switch keys off", "SET session_replication_role = 'replica'"),
    Refused("run SQL that is handed in as text", "SELECT query_to_xml('SELECT 1', true, true, '')"),
    # shapes
    Refused(
        "a number of 21 digits",
        "SELECT * FROM gate.exchange('', '', 1, 100000000000000000000, NULL, NULL, NULL, NULL)",
        errors.UndefinedFunction,
    ),
    Refused(
        "a text where bytes belong",
        "SELECT * FROM gate.exchange('\\xzz', '', 1, 1, NULL, NULL, NULL, NULL)",
        errors.InvalidParameterValue,
    ),
    Refused("a text with a NUL", "SELECT convert_from('\\x6100', 'UTF8')", errors.CharacterNotInRepertoire),
    Refused("a lone surrogate", "SELECT convert_from('\\xeda080', 'UTF8')", errors.CharacterNotInRepertoire),
    Refused("two statements in one call's text", "SELECT 'x'; DROP TABLE gate.device"),
)

LET_THROUGH = (
    LetThrough("listen", "LISTEN everything", None, "nobody ever notifies, so nothing is heard"),
    LetThrough("notify", "NOTIFY everything, 'x'", None, "nobody listens, so nothing is kept"),
    LetThrough(
        "read the source",
        "SELECT count(*) FROM pg_proc WHERE pronamespace = 'gate'::regnamespace AND prosrc ~* 'password|secret'",
        (0,),
        "there is no secret in it",
    ),
    LetThrough(
        "read what others are doing",
        "SELECT DISTINCT query FROM pg_stat_activity WHERE usename <> 'd00007'",
        ("<insufficient privilege>",),
        "statements of others are hidden",
    ),
    LetThrough(
        "read the names of roles",
        "SELECT count(*) FROM pg_roles WHERE rolname ~ '^d[0-9]{5}$'",
        (2,),
        "a role's name is a number; point, machine and serial number are not in the catalogue",
    ),
    LetThrough(
        "search in a schema of its own first",
        "SET search_path = pg_temp, public",
        None,
        "the function has its own search path, and the desk can make nothing in either schema",
    ),
    LetThrough(
        "lift its own time limit",
        "SET statement_timeout = 0",
        None,
        "the watchdog ends it; see the test of a statement without an end",
    ),
    LetThrough(
        "ask for much memory",
        "SET work_mem = '2GB'",
        None,
        "for its own two sessions only; the server's control group bounds the sum",
    ),
    LetThrough(
        "list the large objects", "SELECT count(*) FROM pg_largeobject_metadata", (0,), "there are none"
    ),
)
