"""The kit of a desk at the desk: what it brings is there with the desk or not at all, and it makes one desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.app import kit_opening
from kt1desk.app.entropy import system_entropy
from kt1desk.app.first_run import DeskMaker
from kt1desk.app.gates import FirstRunDoor
from kt1desk.app.hardware import SettingsInHand
from kt1desk.app.kit_opening import PRINTERS, known_printers
from kt1desk.centre.pki import make_authority
from kt1desk.desktop.needs import Administrator
from kt1desk.domain.desk_file import Clearance, DeskFile, NumberBlock, PublicKey, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import KnownPrinter, Slot, Way
from kt1desk.exchange.desk_files import fingerprint, sign
from kt1desk.exchange.kit_file import Kit, KitList, seal_kit
from kt1desk.exchange.line_access import access_of
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.settings import Settings
from tests.support.clocks import HandClock
from tests.support.line_commands import DEVICE, GATE_KEY, write_line_file
from tests.support.sheets import written

POINT = "240000"
PASSWORD = "chim-se-nau-15"
CHIEF = Administrator("lan", "Hoàng Thị Lan", PASSWORD)
PRINTER = KnownPrinter(Slot.LABEL, Way.USB, "tspl", "100x60")
AGENCIES = [("Mã gọi", "Tên cơ quan", "Tỉnh", "Địa chỉ"), ("MOI", "Cơ quan mới", "20", "Số 1")]
STAFF = [("Tên đăng nhập", "Họ tên", "Vai trò"), ("ha.hoang", "Hoàng Thu Hà", "Giao dịch viên")]


class Site:
    """A province, the kit it made for one desk, and the machine where it is opened."""

    def __init__(self, root: Path) -> None:
        self.root, self.key, self.clock = root, Ed25519PrivateKey.generate(), HandClock()
        self.print = fingerprint(self.key.public_key().public_bytes_raw())
        self.folder = DataFolder(root / "data")
        self.keys = KeyRing(self.folder, self.clock, Cost(memory_kib=LEAST_MEMORY_KIB))
        self.chosen = SettingsInHand()
        self.door = self.another_start()

    def another_start(self) -> FirstRunDoor:
        maker = DeskMaker(self.folder, self.keys, self.clock, system_entropy)
        return FirstRunDoor(maker, self.clock, self.folder, self.chosen)

    def kit(self, **changes: object) -> Kit:
        content = DeskFile(
            point=POINT,
            device=DEVICE,
            services=frozenset(Service),
            transports=frozenset(Transport),
            blocks=(NumberBlock("MA", 1000, 1999),),
            valid_from=date(2020, 1, 1),
            valid_to=date(2099, 12, 31),
            keys=(PublicKey("gate", GATE_KEY),),
            clearances=(Clearance("lan", date(2099, 12, 31)),),
        )
        lists = (self._list("agencies", AGENCIES), self._list("staff", STAFF))
        made = Kit(DEVICE, POINT, 1, sign(content, self.key), (PRINTER,), lists)
        return replace(made, **changes)  # type: ignore[arg-type]

    def write(
        self, kit: Kit, key: Ed25519PrivateKey | None = None, name: str = "ban.kt1kit"
    ) -> tuple[str, str]:
        """The kit on a stick: path and code."""
        data, code = seal_kit(kit, key or self.key, system_entropy)
        path = self.root / name
        path.write_bytes(data)
        return str(path), code

    def line(self, device: int = DEVICE) -> tuple[bytes, str]:
        """A line file and its code."""
        path = self.root / "ban.kt1line"
        authority = make_authority(self.root, "một câu dài của tỉnh", datetime.now(UTC))
        code = write_line_file(path, authority, device=device, point=POINT)
        return path.read_bytes(), code

    def store(self) -> DeskStore:
        return DeskStore.open(self.folder, self.keys.unlock("lan", PASSWORD), self.clock, system_entropy)

    def has_nothing(self) -> bool:
        return not self.folder.keys.exists() and not self.folder.database.exists()

    def _list(self, kind: str, rows: Sequence[tuple[str, ...]]) -> KitList:
        path = written(self.root / f"{kind}.xlsx", rows)
        return KitList(kind, path.name, path.read_bytes())


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def _refusal(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        act()
    return refusal.value.code, refusal.value.field


def test_a_kit_makes_the_desk_with_its_numbers_lists_printers_and_line(site: Site) -> None:
    line, line_code = site.line()
    kit = site.kit(line=line, line_code=line_code)
    path, code = site.write(kit)

    summary = site.door.read_desk_file(path, site.print, code)
    was_made = not site.has_nothing()
    site.door.create(path, site.print, CHIEF, code)

    assert not was_made
    assert (summary.point, summary.device, summary.numbers) == (POINT, DEVICE, 1000)
    assert len(summary.brings) == 4
    store = site.store()
    with store.read() as reader:
        assert sorted(row.user for row in reader.users()) == ["ha.hoang", "lan"]
        assert [row.call_code for row in reader.imported_agencies()] == ["MOI"]
        assert [(row.prefix, row.first) for row in reader.blocks()] == [("MA", 1000)]
    settings = Settings(store)
    assert known_printers(settings.get(PRINTERS)) == (PRINTER,) == known_printers(site.chosen.get(PRINTERS))
    assert access_of(settings) is not None
    store.close()
    assert [said.split(":")[0] for said in site.door.kit_told()][:2] == [
        "Danh sách cơ quan",
        "Danh sách người dùng",
    ]


def test_what_is_wrong_with_a_kit_is_told_before_anything_is_made(site: Site) -> None:
    other = Ed25519PrivateKey.generate()
    path, code = site.write(site.kit())
    foreign, foreign_code = site.write(site.kit(), other, "khac-tinh.kt1kit")
    eight, eight_code = site.write(site.kit(device=DEVICE + 1), name="khac-ban.kt1kit")
    bent = site.root / "hong.kt1kit"
    bent.write_bytes(Path(path).read_bytes().replace(b'"issue\\":1', b'"issue\\":2'))
    cut = site.root / "cut.kt1kit"
    cut.write_bytes(Path(path).read_bytes()[:-40])

    def read(file: object, typed: str) -> Callable[[], object]:
        return lambda: site.door.create(str(file), site.print, CHIEF, typed)

    assert _refusal(read(path, "")) == ("kit.code_missing", "one_time_code")
    assert _refusal(read(path, foreign_code)) == ("kit.wrong_code", "one_time_code")
    assert _refusal(read(path, code[:-1])) == ("one_time.code_length", "one_time_code")
    assert _refusal(read(foreign, foreign_code)) == ("kit.wrong_province", "desk_file")
    assert _refusal(read(eight, eight_code)) == ("kit.other_desk", "desk_file")
    assert _refusal(read(bent, code)) == ("kit.forged", "desk_file")
    assert _refusal(read(cut, code)) == ("desk_file.damaged", "desk_file")
    assert site.has_nothing()


def test_a_kit_makes_no_second_desk_on_the_machine(site: Site) -> None:
    path, code = site.write(site.kit())
    site.door.create(path, site.print, CHIEF, code)

    beside = _refusal(lambda: site.door.create(path, site.print, CHIEF, code))
    for file in (site.folder.keys, site.folder.database, site.folder.marker):
        file.unlink()
    begun_anew = _refusal(lambda: site.another_start().read_desk_file(path, site.print, code))

    assert beside == begun_anew == ("kit.used_here", "desk_file")


@pytest.mark.parametrize("at", ["_take", "keep_line"])
def test_cut_off_while_it_is_brought_in_the_first_run_begins_again(
    site: Site, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    line, line_code = site.line()
    path, code = site.write(site.kit(line=line, line_code=line_code))

    class Cut(BaseException):
        """The power goes."""

    def die(*_: object) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(kit_opening, at, die)
        with pytest.raises(Cut):
            site.door.create(path, site.print, CHIEF, code)
    assert not site.folder.keys.exists()

    site.another_start().create(path, site.print, CHIEF, code)

    store = site.store()
    with store.read() as reader:
        assert [row.call_code for row in reader.imported_agencies()] == ["MOI"]
    store.close()


def test_whoever_is_not_cleared_makes_the_desk_without_the_agencies_and_is_told(site: Site) -> None:
    path, code = site.write(site.kit())

    site.door.create(path, site.print, replace(CHIEF, user="tam.vi"), code)

    agencies, staff = site.door.kit_told()
    assert "CHƯA NHẬP" in agencies
    assert "đã thêm: 1 dòng" in staff


def test_a_line_of_another_desk_leaves_no_desk(site: Site) -> None:
    line, line_code = site.line(device=DEVICE + 1)
    path, code = site.write(site.kit(line=line, line_code=line_code))

    assert _refusal(lambda: site.door.create(path, site.print, CHIEF, code))[0] == "kit.other_desk"
    assert site.has_nothing()


def test_nothing_of_a_kit_is_shown_by_a_mistake(site: Site) -> None:
    kit = site.kit(line_code="ABCDE")

    assert "ABCDE" not in repr(kit)
    assert "Hoàng" not in repr(kit)
