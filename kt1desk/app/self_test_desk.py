"""The self-test's steps on a trial desk in a temporary folder: encrypted store, one item accepted, its label read back, its receipt as PDF.

Everything goes the way it goes at a counter, with invented staff and agencies. No other desk is touched.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

from kt1desk.app.desk import OpenDesk, reference_for
from kt1desk.app.first_run import Person, first_user, trial_clearance, trial_plan
from kt1desk.app.log import end_log
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.self_test_pdf import read_pdf
from kt1desk.app.self_test_steps import Found, StepError
from kt1desk.app.works import works_in
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.reference import ReferenceData
from kt1desk.printing.decode_back import read_codes
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import document_of
from kt1desk.services.acceptance import LABEL, RECEIPT, Accepted
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.rows import PaperRow

FOLDER = "kt1desk-self-test-"
"""How the names of temporary folders begin."""
_USER = "tu.kiem.tra"
_PLAIN = b"SQLite format 3\0"
_LABEL_DPI = 203
_WEIGHT_G = 340
_A5_MM = (148, 210)


class TrialDesk:
    """The desk between its making and its end; each step asks for what the one before left."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix=FOLDER))
        self._place: DeskPlace | None = None
        self._desk: OpenDesk | None = None
        self._accepted: Accepted | None = None

    def make_store(self) -> Found:
        """A store under a new key, opened by a password; its file is no readable database."""
        data = self.root / "desk"
        place = take_place(Options(data, self.root / "papers", trial=True))
        self._place = place
        works = works_in(place)
        user = first_user(_USER, "Tự kiểm tra", trial_clearance(works.clock))
        works.maker.make(trial_plan(reference_for(trial=True)), (Person(user, TRIAL_PASSWORD),))
        self._desk = works.opener.open(_USER, TRIAL_PASSWORD)
        check_encrypted(place.folder.database)
        return Found("tạo và mở bằng mật khẩu, tệp trên đĩa không đọc được nếu không có khóa")

    def accept(self) -> Found:
        """Open a shift and accept an item by the services of the counter."""
        desk = self._opened()
        desk.shifts.open(desk.session, desk.today, 0)
        draft = trial_draft(desk.reference, desk)
        self._accepted = desk.acceptance.accept(desk.session, draft)
        return Found(f"số hiệu {self._accepted.item}, đã ghi sổ")

    def read_label(self) -> Found:
        """Draw the label that was queued and read its barcode back."""
        accepted, paper = self._paper(LABEL)
        document = document_of(paper.template, paper.version, paper.values, paper.copy)
        codes = [code for page in document.pages for code in read_codes(rasterise(page, _LABEL_DPI))]
        if accepted.item not in codes:
            raise StepError(f"vẽ số {accepted.item} nhưng đọc lại được {codes or 'không gì cả'}")
        return Found(f"vẽ ở {_LABEL_DPI} dpi, đọc lại đúng {accepted.item}")

    def make_pdf(self) -> Found:
        """Make the receipt that was queued as a PDF and read it."""
        accepted, paper = self._paper(RECEIPT)
        document = document_of(paper.template, paper.version, paper.values, paper.copy)
        data = pages_pdf(document.sheets(*_A5_MM))
        read = read_pdf(data)
        if accepted.item not in read.text:
            raise StepError(f"PDF {read.pages} trang không có chữ {accepted.item}")
        return Found(f"{read.pages} trang, {len(data) // 1024} KB, đọc được chữ {accepted.item}")

    def end(self) -> Found:
        """Close everything and take the folder away. Twice is the same as once."""
        desk, self._desk = self._desk, None
        place, self._place = self._place, None
        try:
            if desk is not None:
                desk.close()
        finally:
            if place is not None:
                place.leave()
            end_log()
            shutil.rmtree(self.root, ignore_errors=True)
        if self.root.exists():
            raise StepError(f"không xóa được thư mục tạm {self.root}")
        return Found("không để lại tệp nào")

    def _opened(self) -> OpenDesk:
        if self._desk is None:
            raise StepError("không thử được vì kho thử không mở được")
        return self._desk

    def _paper(self, template: str) -> tuple[Accepted, PaperRow]:
        desk, accepted = self._opened(), self._accepted
        if accepted is None:
            raise StepError("không thử được vì chưa nhận được bưu gửi thử")
        with desk.store.read() as reader:
            return accepted, next(row for row in reader.papers(accepted.item) if row.template == template)


def check_encrypted(database: Path) -> None:
    """Prove that the file on the disk is no plain database.

    Raises:
        StepError: it is.
    """
    with database.open("rb") as file:
        begins = file.read(len(_PLAIN))
    if begins == _PLAIN or len(set(begins)) == 1:
        raise StepError("tệp dữ liệu nằm trên đĩa KHÔNG mã hóa")
    plain = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        plain.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return
    finally:
        plain.close()
    raise StepError("tệp dữ liệu mở được mà không cần khóa")


def trial_draft(reference: ReferenceData, desk: OpenDesk) -> AcceptanceDraft:
    """An ordinary item between two agencies of the sample, every must of its checklist seen.

    Raises:
        StepError: the reference data of today know no two such agencies.
    """
    known = [agency for agency in reference.agencies if agency.holds(desk.today)]
    sender = next((each for each in known if each.uses_kt1), None)
    if sender is None or len(known) < 2:
        raise StepError(f"danh mục cơ quan không có dòng nào còn hiệu lực ngày {desk.today:%d/%m/%Y}")
    receiver = next(each for each in known if each is not sender)
    draft = AcceptanceDraft(sender=sender.agency_id, receiver=receiver.agency_id, weight_g=_WEIGHT_G)
    checklist = desk.acceptance.quote(desk.session, draft).checklist
    return replace(draft, answers=all_confirmed(checklist))
