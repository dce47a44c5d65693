"""What the page of upgrades needs, on an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kt1desk import __version__
from kt1desk.app.desk import OpenDesk
from kt1desk.app.options import Options
from kt1desk.app.upgrade_ground import Ground, ground
from kt1desk.app.upgrade_sources import Looked, looked_at, sources_of
from kt1desk.app.upgrade_words import answer_words, looked_words, offer_facts, way_back_words
from kt1desk.desktop.needs.upgrades import LookedView, OfferView, ProgramView, UpgradeBegun
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.exchange.near_setting import near_path
from kt1desk.services.course import step
from kt1desk.store import migrate
from kt1desk.store.settings import Settings
from kt1desk.upgrade.bringing import bring
from kt1desk.upgrade.layout import CURRENT
from kt1desk.upgrade.request import What, new_request_id, read_answer
from kt1desk.upgrade.returning import way_back
from kt1desk.upgrade.source import Source


def _no_sources() -> Iterable[Source]:
    return ()


@dataclass(frozen=True, slots=True)
class AroundUpgrade:
    """What lies outside of the desk.

    Attributes:
        options: how it was started; a training desk and a temporary one upgrade nothing.
        found: the installation; None for a checkout.
        others: sources beside sticks and the shared folder, asked each time: the line.
    """

    options: Options
    found: Ground | None
    others: Callable[[], Iterable[Source]] = _no_sources


def around_upgrade(options: Options, others: Callable[[], Iterable[Source]] = _no_sources) -> AroundUpgrade:
    """As this machine has it."""
    return AroundUpgrade(options, ground(), others)


class UpgradeCounter:
    """Implements `kt1desk.desktop.needs.upgrades.UpgradeNeeds`."""

    def __init__(self, desk: OpenDesk, around: AroundUpgrade) -> None:
        self._desk = desk
        self._around = around
        self._looked = Looked()

    def program_view(self) -> ProgramView:
        """See the port."""
        found = self._around.found
        if found is None:
            return ProgramView(__version__)
        root, way, answer = found.root, way_back(found.root, _schema()), read_answer(found.root)
        return ProgramView(
            root.current(),
            installed=True,
            since=_since(root.path / CURRENT),
            before=way.version if way is not None else "",
            no_way_back=way_back_words(way),
            last=answer_words(answer) if answer is not None else "",
            last_is_good=answer is None or not answer.code,
        )

    def look_for_upgrade(self) -> LookedView:
        """See the port."""
        self._looked = looked = looked_at(self._needed().root, self._sources())
        offer = looked.offer
        shown = OfferView(offer.version, offer.source, offer.notes, offer_facts(offer)) if offer else None
        return LookedView(shown, looked_words(looked))

    def may_upgrade(self) -> None:
        """See the port."""
        desk, options = self._desk, self._around.options
        desk.require(Act.CONFIGURE_DEVICES)
        self._needed()
        if options.temporary or options.starter_waits:
            raise DeskError("upgrade.training")
        with desk.store.read() as reader:
            shift, doubts = reader.open_shift(), len(reader.open_questions())
        if shift is not None:
            raise DeskError("upgrade.shift_open")
        if doubts:
            raise DeskError("upgrade.papers_open", count=doubts)

    def fetch_upgrade(self) -> UpgradeBegun:
        """See the port."""
        self.may_upgrade()
        found, source = self._needed(), self._looked.source
        if source is None:
            raise DeskError("upgrade.none_found")
        if found.may_write:
            found.drop.mkdir(exist_ok=True)
        request = new_request_id()
        if bring(source, found.root, found.drop, request, step) is None:
            raise DeskError("upgrade.none_found")
        self.may_upgrade()  # copying takes its time, and the counter goes on meanwhile
        return UpgradeBegun(request, What.APPLY.value)

    def begin_return(self) -> UpgradeBegun:
        """See the port."""
        self.may_upgrade()
        way = way_back(self._needed().root, _schema())
        if way is None or not way.safe:
            raise DeskError("upgrade.no_way_back")
        return UpgradeBegun(new_request_id(), What.RETURN.value)

    def _sources(self) -> tuple[Source, ...]:
        return sources_of(near_path(Settings(self._desk.store)), self._around.others())

    def _needed(self) -> Ground:
        if self._around.found is None:
            raise DeskError("upgrade.not_installed")
        return self._around.found


def _schema() -> str:
    """That of the open desk: its file was brought to the newest revision of this program when it was opened."""
    return migrate.head()


def _since(pointer: Path) -> str:
    try:
        return f"{datetime.fromtimestamp(pointer.stat().st_mtime).astimezone():%d/%m/%Y %H:%M}"
    except OSError:
        return ""
