"""How a clerk's desk gets an upgrade done without any right to the program: it asks, and a service of the system does it.

    <drop folder>/release-<id>/…      a release that the desk copied from a stick or got over the line; proved again by the service
    <drop folder>/request.json        {"format": 1, "id", "what": "apply" | "return"}
    <root>/last-upgrade.json          the answer: {"format": 1, "id", "what", "version", "before", "code", "details", "at"}

Everybody may write into the drop folder, so nothing in it is believed: the request is small and plain, it names no path, and a release
counts only as far as ``trust/`` proves it.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from kt1desk.domain.errors import DeskError, Detail
from kt1desk.upgrade.applying import Ways, apply
from kt1desk.upgrade.disk import (
    PART,
    read_small,
    refusals_translated,
    remove,
    rename,
    replace_file,
    write_file,
)
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.returning import go_back
from kt1desk.upgrade.source import FolderSource

ANSWER = "last-upgrade.json"

_REQUEST = "request.json"
_FORMAT = 1
_MAX_BYTES = 16 * 1024
_ID = re.compile(r"[0-9a-f]{16}")


class What(Enum):
    """What is asked for."""

    APPLY = "apply"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Request:
    """What a desk asked for.

    Args:
        id: sixteen hex digits; the answer has the same.
        what: the newest release in ``release-<id>``, or the version before.
    """

    id: str
    what: What


@dataclass(frozen=True, slots=True)
class Answer:
    """How the last upgrade or return ended.

    Args:
        id: the request's, or "" where a technician did it himself.
        what: what was to be done.
        version: what starts now.
        before: what started before.
        code: "" where it was done, or where nothing newer was there (``version`` is ``before`` then); else the code of the refusal.
        details: the refusal's figures, for its sentence.
        at: when (UTC).
    """

    id: str
    what: What
    version: str
    before: str
    code: str
    at: datetime
    details: Mapping[str, Detail] = field(default_factory=dict)


def default_drop_folder() -> Path:
    """Where every user of this machine may ask for an upgrade; the setup makes it."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "KT1 Desk Upgrade"
    return Path("/var/lib/kt1desk-upgrade")


def new_request_id() -> str:
    """A name for a request that nobody has had."""
    return secrets.token_hex(8)


def ask(drop: Path, request: Request) -> None:
    """Put the request where the service looks.

    Raises:
        DeskError: ``upgrade.at_work`` where somebody else's request lies there; ``no_room``, ``disk``.
    """
    body = {"format": _FORMAT, "id": request.id, "what": request.what.value}
    beside = drop / f"request-{request.id}{PART}"
    try:
        with refusals_translated():
            write_file(beside, json.dumps(body).encode())
            rename(beside, drop / _REQUEST)
    except DeskError as error:
        if error.code == "upgrade.not_allowed":
            raise DeskError("upgrade.at_work") from error
        raise
    finally:
        remove(beside)


def take(drop: Path) -> Request | None:
    """Read the request and take it away, so that it is tried once; None where there is none. For the service.

    Raises:
        DeskError: ``upgrade.bad_request``; it was taken away all the same.
    """
    path = drop / _REQUEST
    if not path.exists() and not path.is_symlink():
        return None
    try:
        return _read_request(read_small(path, _MAX_BYTES))
    except (OSError, ValueError, RecursionError) as error:
        raise DeskError("upgrade.bad_request") from error
    finally:
        with suppress(
            OSError
        ):  # a folder of that name is nobody's request, and the service deletes no folders of others
            path.unlink()


def carry_out(root: ProgramRoot, drop: Path, ways: Ways) -> Answer | None:
    """Do what was asked, and write the answer; None where nothing was asked. For the service.

    Raises:
        DeskError: the answer could not be written. What an upgrade refuses is the answer, and raised nowhere.
    """
    asked = Request("", What.APPLY)
    before = root.current()
    code, details = "", dict[str, Detail]()
    try:
        request = take(drop)
        if request is None:
            return None
        asked = request
        if asked.what is What.APPLY:
            apply(root, FolderSource(release_folder(drop, asked.id)), ways)
        else:
            # Which schema the file has is not asked of whoever may write here: that of the version that runs is never too new for it.
            go_back(root, root.version_note(before).schema, ways.may_begin)
    except DeskError as error:
        code, details = error.code, dict(error.details)
    except OSError:  # whatever it was that a disk refused: whoever asked waits for an answer
        code = "upgrade.disk"
    answer = Answer(asked.id, asked.what, root.current(), before, code, datetime.now(UTC), details)
    write_answer(root, answer)
    return answer


def release_folder(drop: Path, request_id: str) -> Path:
    """Where the release of a request lies in the drop folder."""
    return drop / f"release-{request_id}"


def write_answer(root: ProgramRoot, answer: Answer) -> None:
    """Write ``last-upgrade.json``.

    Raises:
        DeskError: ``upgrade.no_room``, ``not_allowed``, ``disk``.
    """
    body = {
        "format": _FORMAT,
        "id": answer.id,
        "what": answer.what.value,
        "version": answer.version,
        "before": answer.before,
        "code": answer.code,
        "details": dict(answer.details),
        "at": answer.at.astimezone(UTC).isoformat(timespec="seconds"),
    }
    with refusals_translated():
        replace_file(root.path / ANSWER, json.dumps(body, ensure_ascii=False, indent=1).encode())


def read_answer(root: ProgramRoot) -> Answer | None:
    """How the last upgrade or return ended; None where there was none, or it cannot be read."""
    try:
        body = json.loads(read_small(root.path / ANSWER, _MAX_BYTES))
        return Answer(
            *(
                str(body["id"]),
                What(body["what"]),
                str(body["version"]),
                str(body["before"]),
                str(body["code"]),
            ),
            at=datetime.fromisoformat(str(body["at"])),
            details={
                str(key): value for key, value in body["details"].items() if isinstance(value, str | int)
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_request(data: bytes) -> Request:
    match json.loads(data):
        case {"format": 1, "id": str(name), "what": str(what)} if _ID.fullmatch(name):
            return Request(name, What(what))
    raise ValueError("no request of ours")
