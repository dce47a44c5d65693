"""Blank sheets for a day without power: acceptance of items and dossiers, delivery, handing over, incidents, each sheet with its number.

Acceptances that are written on them are entered later under that number. They prove nothing and are no event. This module must not know
where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import PrinterRole
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.blank_register_paper import (
    BLANK_REGISTER,
    BLANK_REGISTER_VERSION,
    BlankColumn,
    BlankRegisterPaper,
    blank_register_values,
)
from kt1desk.services.paper_head import PaperHead
from kt1desk.services.ports import Clock, Documents, Journal, PaperDraft
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, local_time

ITEMS, DOSSIERS, ROUND = "blank_items", "blank_dossiers", "blank_round"
HANDING, INCIDENTS = "blank_handing", "blank_incidents"
ENTERED_LATER = frozenset({ITEMS, DOSSIERS})
"""Forms of which later entry takes the lines with their real time; of the others the sheet alone says it."""
MOST_SHEETS = 20
_TIME = BlankColumn("Giờ thật, ngày", 4)
BLANK_FORMS: Mapping[str, tuple[BlankColumn, ...]] = MappingProxyType(
    {
        ITEMS: (
            _TIME,
            BlankColumn("Số hiệu (nhãn in sẵn)", 6),
            BlankColumn("Cơ quan gửi", 7),
            BlankColumn("Cơ quan nhận, địa chỉ", 9),
            BlankColumn("Chữ ngoài bì", 2),
            BlankColumn("Độ khẩn, giờ hẹn", 4),
            BlankColumn("Gam", 2),
            BlankColumn("Người gửi ký", 4),
            BlankColumn("Người nhận bưu gửi ký", 4),
        ),
        DOSSIERS: (
            _TIME,
            BlankColumn("Thủ tục, hình thức 1-2-3", 8),
            BlankColumn("Cơ quan giải quyết", 6),
            BlankColumn("Người nộp, giấy tờ, điện thoại", 9),
            BlankColumn("Số giấy: chính, sao", 4),
            BlankColumn("Gam, niêm phong", 4),
            BlankColumn("Cước, thu hộ", 4),
            BlankColumn("Người nộp ký", 4),
            BlankColumn("Nhân viên ký", 4),
        ),
        ROUND: (
            _TIME,
            BlankColumn("Số hiệu", 6),
            BlankColumn("Nơi nhận", 9),
            BlankColumn("Đã phát, hoặc lý do không phát được", 8),
            BlankColumn("Họ tên, chức vụ người nhận", 7),
            BlankColumn("Người nhận ký", 5),
            BlankColumn("Bưu tá ký", 4),
        ),
        HANDING: (
            _TIME,
            BlankColumn("Giao hay nhận", 3),
            BlankColumn("Chứng từ, số túi, số chì", 9),
            BlankColumn("Số bưu gửi", 3),
            BlankColumn("Bên giao: họ tên, ký", 7),
            BlankColumn("Bên nhận: họ tên, ký", 7),
            BlankColumn("Thừa, thiếu, hỏng", 6),
        ),
        INCIDENTS: (
            _TIME,
            BlankColumn("Số hiệu, túi, chuyến thư", 7),
            BlankColumn("Loại sự vụ", 6),
            BlankColumn("Đã báo ai, lúc nào", 8),
            BlankColumn("Đã khắc phục", 7),
            BlankColumn("Người lập ký", 4),
        ),
    }
)
"""Columns of each form, by its code; its title is reference data."""
FOR_VIEW: Mapping[str, str] = MappingProxyType(
    {
        "handing": HANDING,
        "cases": DOSSIERS,
        "incidents": INCIDENTS,
        "manifests": HANDING,
        "deliveries": ROUND,
        "later": ITEMS,
    }
)
"""Which blank sheet stands in for which register (`kt1desk.services.register_views.VIEWS`); some need none."""


class BlankForms:
    """Makes and prints blank sheets."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Code and title of each form.

        Raises:
            DeskError: ``reference.form_unknown``.
        """
        on = local_date(self._clock.now())
        return tuple((code, self._reference.form(code, on).title) for code in BLANK_FORMS)

    def title(self, form: str) -> str:
        """What a form is called; "" for none of them.

        Raises:
            DeskError: ``reference.form_unknown``.
        """
        return self._reference.form(form, local_date(self._clock.now())).title if form in BLANK_FORMS else ""

    def values(self, session: Session, form: str, sheets: int) -> dict[str, str]:
        """The texts of so many sheets, ready to be laid out.

        Raises:
            DeskError: ``blank.unknown``; ``blank.sheets`` with ``limit``; ``reference.*``; rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_BOOKS, reader.open_shift(), self._clock)
        return blank_register_values(self._paper(session, form, sheets))

    def print(self, session: Session, form: str, sheets: int) -> int:
        """Queue them for the printer of receipts and lists; returns the number of the job.

        Raises:
            DeskError: as `values`; ``paper.*``; ``disk.*``.
        """
        values = self.values(session, form, sheets)
        self._documents.check_fit(BLANK_REGISTER, BLANK_REGISTER_VERSION, values)
        with self._journal.work() as work:
            draft = PaperDraft(
                PrinterRole.RECEIPT.value, BLANK_REGISTER, BLANK_REGISTER_VERSION, values["number"], values
            )
            job = work.queue_paper(draft)
            work.commit()
        return job

    def _paper(self, session: Session, form: str, sheets: int) -> BlankRegisterPaper:
        if form not in BLANK_FORMS:
            raise DeskError("blank.unknown", "form")
        if not 1 <= sheets <= MOST_SHEETS:
            raise DeskError("blank.sheets", "sheets", limit=MOST_SHEETS)
        now = self._clock.now()
        on, desk = local_date(now), session.desk
        head = PaperHead(
            form=self._reference.form(form, on),
            point=self._reference.point(desk.point, on),
            provider=str(self._reference.setting("provider.name", on).value),
            at=now,
            clerk=session.name,
            trial=desk.trial,
        )
        number = pile_number(desk.device, now)
        return BlankRegisterPaper(head, BLANK_FORMS[form], sheets, number, kept=form not in ENTERED_LATER)


def pile_number(device: int, now: Moment) -> str:
    """Names sheets that were printed together: desk, day and minute; a desk prints one pile in a minute."""
    return f"{device}-{local_time(now):%y%m%d-%H%M}"
