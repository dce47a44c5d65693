"""Two desks of one province that take dossiers: a commune's, and the one of the bureau that serves the authorities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.story import running
from tests.support.story_custody_desks import PASSWORD, Made, Seat, Staff
from tests.support.story_custody_sending import Bag
from tests.support.story_dossier_road import OnTheRoad
from tests.support.story_dossiers import grouped, open_the_shift
from tests.support.story_machines import Counter
from tests.support.story_one_stop import AtOneStop
from tests.support.story_papers import codes_in, page_texts

COMMUNE = Seat(
    *("242530", 31, "RC:5000:5999", Staff("phuong.dinh", "Đinh Thu Phượng", "")),
    (Staff("khanh.ma", "Mã Văn Khánh", "Bưu tá"),),
)
BUREAU = Seat(
    *("240100", 5, "RC:2000:2999", Staff("ha.nguyen", "Nguyễn Thu Hà", "")),
    (Staff("tuan.be", "Bế Anh Tuấn", "Kiểm soát viên"),),
)


@dataclass(frozen=True)
class Clerk(OnTheRoad, AtOneStop):
    """At a point that takes dossiers, or at the one that serves the authorities."""


@dataclass(frozen=True)
class Road:
    """The two desks, the machines that are carried from one to the other, and where bundles and pictures go."""

    app: QApplication
    commune: Made
    bureau: Made
    counter: Counter
    pictures: Path
    files: Path

    @contextmanager
    def at(self, made: Made, step: str, *, opens_shift: bool = False) -> Iterator[Clerk]:
        """Somebody sits down at a desk."""
        with running(self.app, made.options) as desk:
            desk.log_in(made.user, PASSWORD)
            if opens_shift:
                open_the_shift(desk)
            yield Clerk(desk, self.counter, step, self.pictures)

    def tell(self, giver: Made, taker: Made, name: str) -> str:
        """A bundle of dossiers goes from one desk to the other; returns what the taker's command said."""
        bundle = self.files / f"{name}.kt1"
        giver.do("mail", "write", "--service", "tthc", "--to", taker.seat.point, str(bundle))
        return taker.do("mail", "take", "--service", "tthc", str(bundle))


@dataclass(frozen=True)
class Sent:
    """A dispatch that left: its number, its bag with who drove it, and its manifest as it was printed."""

    number: str
    bag: Bag
    driver: str
    manifest: Path


def send(clerk: Clerk, to: str, bag: Bag, driver: str, *items: str) -> Sent:
    """Covers into a bag, the bag on its way; its tag and its manifest say so."""
    tags, papers = (len(clerk.papers(kind, 0)) for kind in ("nhan", "phieu"))
    clerk.pack(to, items, bag)
    number = clerk.dispatch(bag, "DT2-05", driver)
    tag, manifest = clerk.papers("nhan", tags + 1)[-1], clerk.papers("phieu", papers + 1)[-1]
    assert codes_in(tag)[0] == bag.number
    says(tag, to, f"Số niêm phong {bag.seal}", f"Khối lượng {bag.weight_g} g", f"Số bì hồ sơ {len(items)}")
    says(
        manifest,
        "BẢN KÊ GIAO NHẬN HỒ SƠ TTHC",
        f"Số {number}",
        f"– {to} ",
        driver,
        f"{bag.number} {bag.seal} {bag.weight_g} g {len(items)}",
        *map(grouped, items),
    )
    return Sent(number, bag, driver, manifest)


def says(file: Path, *parts: str) -> Sequence[str]:
    """Every liên of a paper says all of this, and nothing on it says that it was printed before; returns its liên."""
    pages = page_texts(file)
    whole = [" ".join(pages)]
    if any("Liên 2: " in page for page in pages):
        at = next(at for at, page in enumerate(pages) if "Liên 2: " in page)
        whole = [" ".join(pages[:at]), " ".join(pages[at:])]
    for text in whole:
        assert "IN LẠI" not in text, file
        for part in parts:
            assert part in text, (part, text)
    return whole
