"""KT1 mail from the provincial office over a former district centre to a commune without a link, and one item back to its sender.

Three desks of one province, each in a folder of its own, driven through their windows by keys and a scanner alone. What one desk tells the
next goes over the paper: the manifest is drawn, its codes are read from the picture, and their bytes go down the next desk's scanner line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.story import running
from tests.support.story_custody import AtMail
from tests.support.story_custody_desks import (
    KEYS,
    PASSWORD,
    Made,
    Province,
    Seat,
    Staff,
    plug_in,
    say_to_desk,
)
from tests.support.story_custody_forging import altered, forged
from tests.support.story_custody_papers import pages_drawn, paper_codes, read_codes
from tests.support.story_custody_sending import Bag, Letter, Trip
from tests.support.story_dossiers import grouped, open_the_shift
from tests.support.story_machines import Counter, machines
from tests.support.story_papers import codes_in, page_texts

OFFICE = Seat(
    *("240000", 7, "MA:1000:1999", Staff("lan.hoang", "Hoàng Thị Lan", "")),
    (Staff("thuy.vi", "Vi Thanh Thủy", "Kiểm soát viên"),),
)
DISTRICT = Seat(
    *("242500", 12, "MA:3000:3999", Staff("thu.tran", "Trần Minh Thu", "")),
    (Staff("hoa.nong", "Nông Thị Hoa", "Kiểm soát viên"),),
)
COMMUNE = Seat(
    *("242530", 31, "MA:5000:5999", Staff("phuong.dinh", "Đinh Thu Phượng", "")),
    (Staff("khanh.ma", "Mã Văn Khánh", "Bưu tá"),),
)
ORDINARY = Letter("snv", "ubns", "0", "1", "240")
SECRET = Letter("vptu", "ubvl", "c", "2", "130")
PLAIN = Letter("ubnd", "ubvl", "0", "1", "310")
SECRET_FOR_HERE = Letter("btc", "ubns", "b", "1", "90")
BAG = Bag("TUI00000701", "NP0007011", "1020")
ON_BAG, BACK_BAG, HOME_BAG = (
    Bag("TUI00001201", "NP0012011", "520"),
    Bag("TUI00003101", "NP0031011", "380"),
    Bag("TUI00001202", "NP0012012", "390"),
)
TRIP, ON_TRIP = (
    Trip("DT1-05", "Trần Văn Tải", "Lê Văn Lái"),
    Trip("DT2-31", "Hà Văn Đường", "Vi Văn Bánh"),
)
BACK_TRIP, HOME_TRIP = (
    Trip("DT2-31", "Mã Văn Khánh", "Vi Văn Bánh"),
    Trip("DT1-05", "Hà Văn Về", "Lê Văn Lái"),
)
NOBODY_THERE = "6"


@dataclass(frozen=True)
class Road:
    """The three desks, the machines that are carried from one to the next, and where pictures go."""

    app: QApplication
    office: Made
    district: Made
    commune: Made
    counter: Counter
    pictures: Path
    keys: Path
    fingerprint: str

    @contextmanager
    def at(self, made: Made, step: str, *, opens_shift: bool = False) -> Iterator[AtMail]:
        """Somebody sits down at a desk."""
        with running(self.app, made.options) as desk:
            desk.log_in(made.user, PASSWORD)
            if opens_shift:
                open_the_shift(desk)
            yield AtMail(desk, self.counter, step, self.pictures)


@dataclass(frozen=True)
class Sent:
    """A dispatch that left: its number, and the codes that a scanner reads from its manifest."""

    number: str
    parts: list[bytes]


@dataclass(frozen=True)
class Items:
    lost: str
    secret: str
    plain: str
    other: str


@pytest.fixture
def road(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture_folder: Path
) -> Iterator[Road]:
    province = Province(tmp_path)
    office, district, commune = province.desks(OFFICE, DISTRICT, COMMUNE)
    keys = tmp_path / KEYS
    with machines(tmp_path, monkeypatch) as counter:
        for each in (office, district, commune):
            plug_in(each, counter)
        yield Road(qapp, office, district, commune, counter, picture_folder, keys, province.fingerprint)


def test_an_item_goes_over_three_points_and_another_comes_back_to_its_sender(
    road: Road, tmp_path: Path
) -> None:
    items, first = _office_sends(road)
    _district_receives_a_broken_seal(road, items, first)
    second = _district_sends_on(road, items)
    _the_same_by_file_changes_nothing(road, tmp_path / "goi.kt1")
    third = _commune_delivers_and_returns(road, items, first, second)
    fourth = _district_sends_back(road, items, third)
    _office_hears_of_it(road, tmp_path / "ve.kt1")
    codes = _office_gives_back(road, items, fourth)

    _the_certificate_is_proved_anywhere(road, items, codes)
    for made in (road.office, road.district, road.commune):
        assert "Sổ nguyên vẹn" in made.do("verify")


def _office_sends(road: Road) -> tuple[Items, Sent]:
    with road.at(road.office, "1-office", opens_shift=True) as clerk:
        items = Items(*(clerk.accept(letter) for letter in (ORDINARY, SECRET, PLAIN, SECRET_FOR_HERE)))
        clerk.approve((items.secret, items.other), by="thuy.vi")
        clerk.pack(DISTRICT.point, (items.lost, items.secret, items.plain, items.other), BAG)
        sent = clerk.send((BAG,), TRIP, by="thuy.vi")
        clerk.picture("sent")
        assert clerk.desk.text("to") == "", "the next one may go elsewhere"
        tag, manifest = clerk.papers("nhan", 5)[-1], clerk.papers("phieu", 5)[-1]
    assert codes_in(tag)[0] == BAG.number
    return items, Sent(sent, paper_codes(manifest))


def _district_receives_a_broken_seal(road: Road, items: Items, sent: Sent) -> None:
    with road.at(road.district, "2-district", opens_shift=True) as clerk:
        desk, keys = clerk.desk, clerk.desk.keyboard
        first, *others = sent.parts
        clerk.scan_parts([first, first])
        assert desk.text("paper_state") == "Đã có 1/2 phần, thiếu phần 2."
        clerk.scan_parts(others)
        desk.until_text("dispatch_number", sent.number)
        clerk.picture("data")
        clerk.receive(BAG, TRIP.driver, sealed=False)
        clerk.next("Đã mở túi")
        clerk.scan(items.secret, items.plain, items.other)
        clerk.picture("scanned")
        keys.press("F9")
        desk.until_text("problem", "Còn 2 sai lệch chưa có biên bản sự vụ")
        clerk.picture("forced")
        keys.press("ctrl+Home")
        clerk.record("2")
        keys.press("Down")
        clerk.record("1")
        clerk.next(f"Đã nhận xong chuyến {sent.number}")
        records = [" ".join(page_texts(file)) for file in clerk.papers("phieu", 2)]
    assert "Niêm phong bị đứt" in records[0]
    assert BAG.number in records[0]
    assert "Thiếu so với bản kê" in records[1]


def _district_sends_on(road: Road, items: Items) -> Sent:
    with road.at(road.district, "3-district") as clerk:
        clerk.pack(COMMUNE.point, (items.secret, items.plain), ON_BAG)
        number = clerk.send((ON_BAG,), ON_TRIP, by="hoa.nong")
        manifest = clerk.papers("phieu", 3)[-1]
    return Sent(number, paper_codes(manifest))


def _the_same_by_file_changes_nothing(road: Road, bundle: Path) -> None:
    before = road.district.written()
    road.office.do("mail", "write", "--to", DISTRICT.point, str(bundle))

    told = road.district.do("mail", "take", str(bundle))

    assert told.startswith("mới nhận: 0, đã có: 1,"), told
    assert road.district.written() - before == 2, "the log-in for it and its end, nothing else"


def _commune_delivers_and_returns(road: Road, items: Items, passed: Sent, sent: Sent) -> Sent:
    with road.at(road.commune, "4-commune", opens_shift=True) as clerk:
        _refuses_what_is_no_dispatch_for_it(clerk, road.keys, passed, sent)
        clerk.scan_parts(sent.parts)
        clerk.desk.until_text("dispatch_number", sent.number)
        clerk.receive(ON_BAG, ON_TRIP.driver)
        clerk.next("Đã mở túi")
        clerk.scan(items.secret, items.plain)
        clerk.next(f"Đã nhận xong chuyến {sent.number}")
        clerk.start_round((items.secret, items.plain))
        clerk.deliver(items.secret, "Hoàng Văn Mai", "Văn thư")
        clerk.fail(items.plain, NOBODY_THERE)
        digits = clerk.ask_to_return(items.plain, "1", DISTRICT.device)
        with road.at(road.district, "5-district") as called:
            told = called.answer_return(COMMUNE.device, digits)
        clerk.desk.window.activateWindow()
        clerk.give_answer(DISTRICT.chief.user, told)
        clerk.picture("turned")
        clerk.pack(DISTRICT.point, (items.plain,), BACK_BAG)
        number = clerk.send((BACK_BAG,), BACK_TRIP, by="khanh.ma")
        manifest = clerk.papers("phieu", 2)[-1]
    return Sent(number, paper_codes(manifest))


def _refuses_what_is_no_dispatch_for_it(clerk: AtMail, keys: Path, passed: Sent, sent: Sent) -> None:
    """Codes for another point, codes with another seal on them, codes that another key signed: refused, and nothing is expected."""
    other_seal = altered(sent.parts, ON_BAG.seal.encode(), b"NP0012012")
    other_key = forged(keys, DISTRICT.device, DISTRICT.point, COMMUNE.point)
    for name, parts, reason in (
        ("other-point", passed.parts, f"gửi cho điểm {DISTRICT.point}"),
        ("altered", other_seal, "đã bị sửa"),
        ("forged", other_key, "Chữ ký của bàn gửi không đúng"),
    ):
        clerk.scan_parts(parts)
        clerk.picture(name)
        assert reason in clerk.desk.text("paper_state"), name
        assert clerk.rows("rows") == []
        clerk.desk.keyboard.press("ctrl+n")
        clerk.desk.idle()


def _district_sends_back(road: Road, items: Items, sent: Sent) -> Sent:
    with road.at(road.district, "6-district") as clerk:
        clerk.scan_parts(sent.parts)
        clerk.desk.until_text("dispatch_number", sent.number)
        clerk.receive(BACK_BAG, BACK_TRIP.driver)
        clerk.next("Đã mở túi")
        clerk.scan(items.plain)
        clerk.next(f"Đã nhận xong chuyến {sent.number}")
        clerk.scan_parts(sent.parts)
        clerk.said("Bản kê này đã có ở bàn, không ghi thêm gì.")
        clerk.picture("known")
        assert clerk.rows("rows") == []
        clerk.pack(OFFICE.point, (items.plain,), HOME_BAG)
        number = clerk.send((HOME_BAG,), HOME_TRIP, by="hoa.nong")
        manifest = clerk.papers("phieu", 4)[-1]
    return Sent(number, paper_codes(manifest))


def _office_hears_of_it(road: Road, bundle: Path) -> None:
    road.commune.do("mail", "write", "--to", OFFICE.point, str(bundle))

    told = road.office.do("mail", "take", str(bundle))

    assert "chưa nhận được: 0, không nhận: 0" in told
    assert not told.startswith("mới nhận: 0")


def _office_gives_back(road: Road, items: Items, sent: Sent) -> list[str]:
    """The item that came back goes to its sender; both are looked up. Returns the codes on the certificate of the other one."""
    with road.at(road.office, "7-office") as clerk:
        clerk.scan_parts(sent.parts)
        clerk.desk.until_text("dispatch_number", sent.number)
        clerk.receive(HOME_BAG, HOME_TRIP.driver)
        clerk.next("Đã mở túi")
        clerk.scan(items.plain)
        clerk.next(f"Đã nhận xong chuyến {sent.number}")
        clerk.deliver(items.plain, "Nông Thị Thu", "Văn thư", "15/GN")
        clerk.picture("given-back")
        printed = len(clerk.papers("phieu"))
        assert clerk.look_up(items.plain) == "Đã hoàn"
        assert clerk.look_up(items.secret) == "Đã phát"
        clerk.desk.keyboard.press("ctrl+g")
        clerk.said("Đang in giấy chứng nhận")
        certificate = clerk.papers("phieu", printed + 1)[-1]
        clerk.picture("certified")
    return [code.text for page in pages_drawn(certificate) for code in read_codes(page)]


def _the_certificate_is_proved_anywhere(road: Road, items: Items, codes: list[str]) -> None:
    """With nothing but the codes of the page, the key list and the fingerprint; with one sign changed it is refused."""
    given = [word for code in codes for word in ("--certificate", code)]
    keys = ("--keys", str(road.keys), "--fingerprint", road.fingerprint)

    proved = say_to_desk("verify", *given, *keys, typed="")
    changed = say_to_desk("verify", "--certificate", codes[0][:200] + "7" + codes[0][201:], *keys, typed="")

    assert proved.code == 0, proved
    assert f"CHỮ KÝ ĐÚNG. Thiết bị {OFFICE.device}, điểm {OFFICE.point}" in proved.out
    assert grouped(items.secret) in proved.out
    assert f"niêm {BAG.seal}" in proved.out
    assert proved.out.splitlines()[-1].split(" · ")[0].endswith("→ người nhận")
    assert changed.code == 1
    assert changed.out == ""
