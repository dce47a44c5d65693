"""The kit of a desk at the desk: proved and opened, shown in words, and brought in while the desk is made.

Everything it brings is in the journal before the desk has its key slots, which are written last: cut off anywhere, there is no desk, and
the first run begins again with the same file and the same code. This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kt1desk.app.desk import reference_for
from kt1desk.app.kit_texts import LIST_NAMES, block_words, printer_words
from kt1desk.app.line_joining import keep_line
from kt1desk.app.lists import importers
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import FIELD, KnownPrinter
from kt1desk.domain.reference import ReferenceData
from kt1desk.exchange.desk_files import ProvedDeskFile, prove
from kt1desk.exchange.kept_desk_file import gate_key
from kt1desk.exchange.kit_file import Kit, KitList, prove_kit
from kt1desk.exchange.line_file import open_line_file, whose
from kt1desk.exchange.sheets.reading import sheet_in
from kt1desk.exchange.staff_taking import take_list
from kt1desk.services.list_report import import_summary
from kt1desk.services.ports import Clock
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.shifts import local_date
from kt1desk.services.wording import sentence
from kt1desk.store.disk import disk_translated
from kt1desk.store.durable import replace_file
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings

PRINTERS = "kit.printers"
"""Setting: the printers that the kit of this desk knew, until they are set up."""
_CODE = "one_time_code"


@dataclass(frozen=True, slots=True)
class OpenedKit:
    """A kit that is as the province made it, and opened.

    Attributes:
        proved: its desk file, by the same fingerprint.
        digest: tells it apart from all others.
    """

    kit: Kit
    proved: ProvedDeskFile
    digest: str

    def brings(self) -> tuple[str, ...]:
        """What it brings beside the desk, a sentence each."""
        return tuple(self._brings())

    def _brings(self) -> Iterator[str]:
        kit, content = self.kit, self.proved.content
        yield f"Bộ cài số {kit.issue}. Dải số: {'; '.join(map(block_words, content.blocks))}."
        if kit.printers:
            yield f"{'; '.join(map(printer_words, kit.printers))}: sẽ in thử."
        if kit.lists:
            yield f"Danh sách sẽ nhập: {', '.join(LIST_NAMES[row.kind] for row in kit.lists)}."
        if kit.line:
            yield "Có tệp đường mạng: bàn nối trung tâm ngay khi đăng nhập."


def open_kit(data: bytes, fingerprint: str, code: str, folder: DataFolder, today: date) -> OpenedKit:
    """Prove and open a kit.

    Raises:
        DeskError: as `prove_kit`; ``kit.used_here`` with ``day``; ``kit.code_missing`` with field ``one_time_code``; ``one_time.*``,
            ``kit.wrong_code``; ``kit.other_desk``; ``desk_file.*``, ``line_file.*``.
    """
    shut = prove_kit(data, fingerprint)
    used = _used(folder).get(shut.digest)
    if used is not None:
        raise DeskError("kit.used_here", FIELD, day=used)
    if not code:
        raise DeskError("kit.code_missing", _CODE, device=shut.device, point=shut.point)
    kit = shut.open(code)
    proved = prove(kit.desk_file, fingerprint, today)
    desk = (kit.device, kit.point)
    if (proved.content.device, proved.content.point) != desk or (kit.line and whose(kit.line) != desk):
        raise DeskError("kit.other_desk", FIELD)
    return OpenedKit(kit, proved, shut.digest)


def note_used(folder: DataFolder, digest: str, today: date) -> None:
    """Remember that a desk was made of a kit here: numbers it has given out would be given out once more by a second one.

    Raises:
        DeskError: ``disk.*``.
    """
    lines = {**_used(folder), digest: today.isoformat()}
    text = "".join(f"{each} {day}\n" for each, day in sorted(lines.items()))
    with disk_translated():
        replace_file(folder.root / "kits-used", text.encode())


def _used(folder: DataFolder) -> dict[str, str]:
    path = folder.root / "kits-used"
    with disk_translated():
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {digest: day for digest, _, day in (line.partition(" ") for line in lines) if day}


@dataclass(frozen=True, slots=True)
class _NewDesk:
    """A desk that is being made, as whoever makes it sees it. See `kt1desk.app.lists.ListPlace`."""

    store: DeskStore
    session: Session
    reference: ReferenceData
    clock: Clock

    @property
    def today(self) -> date:
        """By the wall clock."""
        return local_date(self.clock.now())


def fill(opened: OpenedKit, store: DeskStore, folder: DataFolder, user: str, clock: Clock) -> tuple[str, ...]:
    """Bring everything of a kit in; what came of it, a sentence each.

    Args:
        opened: the kit.
        store: of the desk that is being made.
        folder: where it is made.
        user: whoever makes it.
        clock: for what is dated.

    Raises:
        DeskError: ``kit.list_refused`` where a list cannot be read here; ``line_file.*``, ``staff_list.*``; ``disk.*``.
    """
    with store.read() as reader:
        session = begin_session(reader, user, {})
    desk = _NewDesk(store, session, reference_for(trial=False), clock)
    kit, notes = opened.kit, Settings(store)
    if kit.printers:
        notes.put(PRINTERS, {"rows": [printer.to_json() for printer in kit.printers]})
    told = [_take(desk, row) for row in kit.lists]
    if kit.line:
        content = open_line_file(kit.line, kit.line_code)
        access = keep_line(notes, folder, content, gate_key(notes, opened.proved.province_key))
        told.append(f"Đường mạng tới {access.host} đã nhập.")
    return tuple(told)


def _take(desk: _NewDesk, row: KitList) -> str:
    if row.kind == "staff_list":
        listed = take_list(desk.store, desk.session, desk.clock, row.data)
        return f"Người dùng theo danh sách tỉnh ký số {listed.issue}: {len(listed.people)} người, đặt mật khẩu sau khi đăng nhập."
    importing = importers(desk)[row.kind]
    try:
        sheet = sheet_in(row.data, row.name, importing.layout)
    except DeskError as error:
        raise DeskError("kit.list_refused", FIELD) from error
    try:
        said = "; ".join(import_summary(importing.take(sheet)))
    except DeskError as error:
        # Whom KT1 serves is for who is cleared, and a kit makes nobody so: the desk is whole without the list.
        if not error.code.startswith("user."):
            raise
        return f"Danh sách {LIST_NAMES[row.kind]}: CHƯA NHẬP. {sentence(error)} Người được làm KT1 nhập sau (kt1desk import)."
    return f"Danh sách {LIST_NAMES[row.kind]}: {said[:1].lower()}{said[1:]}."


def known_printers(kept: object) -> tuple[KnownPrinter, ...]:
    """The printers of a setting `PRINTERS`; () for anything that is none."""
    rows = kept.get("rows") if isinstance(kept, dict) else None
    try:
        return tuple(map(KnownPrinter.from_json, rows)) if isinstance(rows, list) else ()
    except (DeskError, KeyError, TypeError, ValueError):
        return ()
