"""Signed staff lists: the province writes them, a desk proves them before it reads what they say, whoever carries them.

    file    = a signed file (`kt1desk.exchange.signed_file`) of at most 128 kB; tag "kt1desk/staff-list/1" NUL
    content = `kt1desk.domain.staff_list`

The centre passes a list on as the document `STAFF`, whose version is its issue and whose day is its own: so it can neither give an older
list a higher version nor anybody a clearance. This module must not know what a desk does with a list, nor how one reaches it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.errors import DeskError
from kt1desk.domain.staff_list import FIELD, MAX_BYTES, StaffList, StaffRow
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.services.centre_ports import CentreReader
from kt1desk.services.centre_rows import DocumentRow
from kt1desk.services.set_up import NewUser

STAFF = "staff"
"""Name of the document."""
KIND = SignedKind("staff_list", b"kt1desk/staff-list/1\0", MAX_BYTES, FIELD)


@dataclass(frozen=True, slots=True)
class ProvedStaffList:
    """A list whose signature was proved; ``data`` is the whole file."""

    content: StaffList
    data: bytes = field(repr=False)


def sign_staff_list(content: StaffList, province: Ed25519PrivateKey) -> bytes:
    """The bytes of a list.

    Raises:
        DeskError: ``canonical.size`` where it would be too large to be read.
    """
    return KIND.write(content.encode(), province.public_key().public_bytes_raw(), province.sign)


def prove_staff_list(data: bytes, province_key: bytes) -> ProvedStaffList:
    """Check a list against the province's key (32 bytes).

    Raises:
        DeskError: ``staff_list.damaged`` (also too large), ``staff_list.newer``, ``staff_list.wrong_province``, ``staff_list.forged``, and
            for what even a province cannot say ``staff_list.content``, ``staff_list.no_manager``.
    """
    file = KIND.take_apart(data)
    if file.key != province_key:
        raise DeskError("staff_list.wrong_province", FIELD)
    content = StaffList.decode(file.proved())
    for row in content.people:
        _check_user(row)
    return ProvedStaffList(content, data)


def prove_document(row: DocumentRow, data: bytes, province_key: bytes, point: str) -> None:
    """Refuse a document `STAFF` that is no list of this point, or not the one that its version and day say.

    Raises:
        DeskError: as `prove_staff_list`; ``staff_list.other_point`` with ``point``; ``document.damaged`` with ``name``.
    """
    content = prove_staff_list(data, province_key).content
    check_point(content, point)
    if (content.issue, content.day) != (row.version, row.valid_from):
        raise DeskError("document.damaged", name=row.name)


def check_point(content: StaffList, point: str) -> None:
    """Refuse another point's list.

    Raises:
        DeskError: ``staff_list.other_point`` with ``point``.
    """
    if content.point != point:
        raise DeskError("staff_list.other_point", FIELD, point=content.point)


def later_list(kept: StaffList | None, offered: StaffList) -> bool:
    """Whether a list is to be gone on with in place of the one that is kept; not where the same one comes once more.

    Raises:
        DeskError: ``staff_list.older`` with ``issue`` and ``kept``; ``staff_list.two_of_one`` with ``issue`` where the province signed two
            different lists under one number.
    """
    if kept is None or offered.issue > kept.issue:
        return True
    if offered.issue < kept.issue:
        raise DeskError("staff_list.older", FIELD, issue=offered.issue, kept=kept.issue)
    if offered != kept:
        raise DeskError("staff_list.two_of_one", FIELD, issue=kept.issue)
    return False


def kept_list(reader: CentreReader, province_key: bytes, issue: int) -> StaffList | None:
    """The list of this issue as it is kept here, proved again; None where it is not here.

    Raises:
        DeskError: as `prove_staff_list`.
    """
    if not any((row.name, row.version) == (STAFF, issue) for row in reader.documents()):
        return None
    return prove_staff_list(reader.document(STAFF, issue), province_key).content


def newest_issue(reader: CentreReader) -> int:
    """Issue of the newest list that is here, 0 where there is none."""
    return max((row.version for row in reader.documents() if row.name == STAFF), default=0)


def _check_user(row: StaffRow) -> None:
    """An id and a name as a desk would write them, and no id that is nobody's."""
    wanted = NewUser(row.user, row.name, row.roles, row.until)
    try:
        is_so = wanted.checked() == wanted
    except DeskError:
        is_so = False
    if not is_so:
        raise DeskError("staff_list.content", FIELD, part="people")
