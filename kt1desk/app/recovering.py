"""How the desk of a place meets the centre after a restore: at `kt1desk restore` for a supervisor, at the log-in by itself.

At the log-in it waits no longer than a moment for a line: a desk that cannot be compared works on, and is compared the next time.
This module must not know what is done with what was found, nor any screen.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kt1desk import __version__
from kt1desk.app.entropy import system_entropy
from kt1desk.app.line_files import line_settings
from kt1desk.app.line_ways import program_number
from kt1desk.app.machine_id import machine_id
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.line_access import access_of
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.recovery.bringing_back import LineOf, Resting, settle_alone
from kt1desk.recovery.restoring import is_settled
from kt1desk.services.ports import Clock
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.own_keys import own_keys
from kt1desk.store.settings import Settings

LOGIN_CONNECT_S, LOGIN_ANSWER_S = 3, 5.0
"""So long a log-in waits for the line, once after a restore until the desk has been compared."""
_LATER = ("line.", "machine.", "restore.")


def line_of(clock: Clock) -> LineOf:
    """The desk of an open store as it speaks at the gate; its store may have been opened unchecked."""

    def of(store: DeskStore) -> LineDesk:
        with store.read() as reader:
            desk = reader.desk()
        if desk is None:
            raise DeskError("store.no_desk")
        own = own_keys(store, desk.point)
        shelf, notes = FrameShelf(store, own.incarnation), Settings(store)
        return LineDesk(
            store, own, own.incarnation, shelf, notes, clock, machine_id(), program_number(__version__)
        )

    return of


@contextmanager
def gate_of(store: DeskStore, folder: DataFolder, *, hasty: bool = False) -> Iterator[GateLine | None]:
    """The line of a desk while the block lasts; None where it has none.

    Raises:
        DeskError: ``disk.*``.
    """
    access = access_of(Settings(store))
    if access is None:
        yield None
        return
    settings = line_settings(folder, access)
    if hasty:
        settings = replace(settings, connect_s=LOGIN_CONNECT_S, answer_s=LOGIN_ANSWER_S)
    line = GateLine(settings)
    try:
        yield line
    finally:
        line.close()


def is_unsettled(store: DeskStore) -> bool:
    """Whether a later incarnation has begun that was not compared with the centre yet.

    Raises:
        DeskError: ``disk.*``.
    """
    with store.read() as reader:
        desk = reader.desk()
    if desk is None or desk.trial or desk.incarnation == 1:
        return False
    notes = Settings(store)
    return access_of(notes) is not None and not is_settled(notes, desk.incarnation)


class Settling:
    """Compares an unsettled desk with the centre when somebody logs in (`kt1desk.app.desk.DeskOpener`).

    Args:
        folder: where the desk rests.
        clock: both clocks.
    """

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def __call__(self, store: DeskStore, dek: bytes) -> DeskStore:
        """The store to go on with: the same one where there is nothing to settle or the centre is away.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        if not is_unsettled(store):
            return store
        rests = Resting(self._folder, dek, self._clock, system_entropy)
        try:
            with gate_of(store, self._folder, hasty=True) as gate:
                return store if gate is None else settle_alone(store, rests, gate, line_of(self._clock)).store
        except DeskError as error:
            if not error.code.startswith(_LATER):
                raise
            logging.getLogger(__name__).info("not settled: %s", error.code)
            return store
