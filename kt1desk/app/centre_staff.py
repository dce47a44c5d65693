"""The newest staff list that came to a desk, taken up on its store and its key slots: at each log-in, and whenever one came.

This module must not know how a list comes, nor any screen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.domain.staff_list import FIELD, StaffList
from kt1desk.exchange.policy import province_key
from kt1desk.exchange.staff_lists import kept_list, newest_issue
from kt1desk.services.centre_staff import CentreStaff, Standing, applied_issue, standing_of
from kt1desk.services.ports import Reader
from kt1desk.services.session_book import READS_ONLY
from kt1desk.services.sessions import Session
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.keys import KeyRing

_LATER = frozenset({"staff_list.last_manager", READS_ONLY})
"""Refusals after which the desk goes on as it is: the list is tried again."""


@dataclass(frozen=True, slots=True)
class StaffLists:
    """The newest list here and the one that was taken up last; each None where there is none, or none that can be read.

    Attributes:
        unread: why the newest one cannot be read; it waits for a later program or a later list.
    """

    newest: StaffList | None
    applied: StaffList | None
    unread: DeskError | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the newest one was not taken up yet."""
        return self.newest is not None and self.newest != self.applied


class DeskStaff:
    """Staff lists at one desk.

    Args:
        store: open.
        folder: the data folder.
        keys: its slots.
    """

    def __init__(self, store: DeskStore, folder: DataFolder, keys: KeyRing) -> None:
        self._store = store
        self._folder = folder
        self._keys = keys
        self._staff = CentreStaff(store, self)

    def catch_up(self) -> bool:
        """Take up the newest list where it was not yet; whether anything was done.

        One that is refused, or that this program cannot read, waits, and `refusal` says why: nobody may be barred by it from the log-in
        that is needed to fetch a better one.

        Raises:
            DeskError: ``key.*``, ``disk.*``, ``store.*``.
        """
        lists = self.lists()
        if lists.newest is None or not lists.is_waiting:
            return False
        try:
            return self._staff.take_up(lists.newest, lists.applied)
        except DeskError as error:
            if error.code not in _LATER:
                raise
            return False

    def standing(self, session: Session) -> Standing:
        """Take up what `catch_up` takes up; what is left of a session then.

        Raises:
            DeskError: as `catch_up`.
        """
        if not self.catch_up():
            return Standing.STAYS
        with self._store.read() as reader:
            return standing_of(reader, session)

    def refusal(self, lists: StaffLists) -> DeskError | None:
        """Why the newest list waits; None where it does not."""
        if lists.unread is not None:
            return lists.unread
        if lists.newest is None or not lists.is_waiting:
            return None
        try:
            self._staff.check(lists.newest, lists.applied)
        except DeskError as error:
            return error
        return None

    def lists(self) -> StaffLists:
        """What there is.

        Where the one that was taken up last cannot be read any more, the newest counts like a first one.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        with self._store.read() as reader:
            desk, newest, applied = reader.desk(), newest_issue(reader), applied_issue(reader)
            if desk is None or desk.trial or not newest:
                return StaffLists(None, None)
            (last, unread), (before, _) = _read(reader, newest), _read(reader, applied)
            return StaffLists(last, before, unread)

    def users(self) -> Collection[str]:
        """See `SlotsToDrop.users`."""
        return self._keys.users()

    def versions(self) -> Mapping[str, int]:
        """See `SlotsToDrop.versions`."""
        return self._keys.versions()

    def drop(self, user: str, version: int) -> None:
        """See `SlotsToDrop.drop`."""
        drop_slot(self._folder, user, version)


def _read(reader: Reader, issue: int) -> tuple[StaffList | None, DeskError | None]:
    """A list that is kept here, or why it cannot be read."""
    try:
        return kept_list(reader, province_key(reader), issue), None
    except DeskError as error:
        if error.field != FIELD:
            raise
        return None, error
