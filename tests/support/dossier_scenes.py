"""Scenes of the dossier page, on a real desk: empty, lists, papers in each state, applicants, money, refused, parked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.domain.dossier import Form, PaperLine, Presence
from kt1desk.domain.procedure import ListedPaper, Procedure
from kt1desk.printing.condition import Condition
from tests.support.accepting import LabelPrinter
from tests.support.desks import Counter, counter
from tests.support.dossier_page import (
    ALT,
    CARD,
    CTRL,
    ENTER,
    F9,
    AtDossiers,
    clerk_with_dossiers,
)
from tests.support.dossiers import made_up, ordinary_dossier
from tests.support.label_printers import told
from tests.support.stage import Scene, shown

_BUILD = "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ của hộ gia đình"
_LONG: Procedure = made_up(
    "9.200001",
    _BUILD,
    field="Hoạt động xây dựng",
    papers=tuple(
        ListedPaper(str(at), name, group, originals=at % 2, copies=1 + at % 2, certified=at % 3 == 0)
        for at, (name, group) in enumerate(
            (
                (
                    "Đơn đề nghị cấp giấy phép xây dựng theo Mẫu số 01 Phụ lục II Nghị định số 175/2024/NĐ-CP",
                    "",
                ),
                ("Một trong các giấy tờ chứng minh quyền sử dụng đất theo quy định của pháp luật", ""),
                ("Bản vẽ mặt bằng công trình trên lô đất kèm theo sơ đồ vị trí công trình", "Công trình mới"),
                ("Bản vẽ mặt bằng các tầng, các mặt đứng và mặt cắt chính", "Công trình mới"),
                ("Bản vẽ hiện trạng của các bộ phận công trình dự kiến sửa chữa", "Sửa chữa, cải tạo"),
                ("Ảnh chụp hiện trạng công trình và công trình lân cận", "Sửa chữa, cải tạo"),
                ("Cam kết bảo đảm an toàn đối với công trình liền kề", "Sửa chữa, cải tạo"),
                ("Báo cáo kết quả thẩm tra thiết kế xây dựng", "Công trình theo tuyến"),
                ("Quyết định đầu tư kèm bản đồ hướng tuyến", "Công trình theo tuyến"),
            ),
            start=1,
        )
    ),
    may_send=True,
    may_return=True,
)


def _scene(
    act: Callable[[AtDossiers], None],
    *,
    shift: bool = True,
    prepare: Callable[[Counter], None] = lambda _: None,
    label_printer: LabelPrinter = lambda: None,
) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        things = ExitStack()
        root = things.enter_context(TemporaryDirectory())
        desk = things.enter_context(counter(Path(root)))
        if shift:
            desk.open_shift()
        with desk.store.work() as work:
            work.put_procedures([_LONG])
            work.commit()
        prepare(desk)
        made = clerk_with_dossiers(desk, jobs, label_printer)
        made.window.closing.connect(lambda: _end(jobs, things))
        shown(made.window, jobs)
        act(made)
        made.settle()
        return made.window

    return show


def _end(jobs: Jobs, things: ExitStack) -> None:
    jobs.close()
    things.close()


def _nothing(_: AtDossiers) -> None:
    """As the page opens."""


def _some(desk: Counter) -> None:
    plain = ordinary_dossier()
    missing = (
        PaperLine("1", "", originals=1),
        PaperLine("2", "", presence=Presence.NOT_NEEDED),
        PaperLine("3", "", presence=Presence.NOT_NEEDED),
    )
    for draft in (plain, replace(plain, form=Form.SEND, papers=missing), plain):
        desk.accept_dossier(draft)


def _list(clerk: AtDossiers) -> None:
    clerk.type("3")
    clerk.type("khai sinh")


def _papers(clerk: AtDossiers) -> None:
    clerk.what()


def _long_list(clerk: AtDossiers) -> None:
    clerk.what(procedure="9.200001")
    clerk.type("  g k")


def _missing(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.type(" t")


def _adding(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.paste("Giấy giới thiệu của cơ quan")


def _fetched(clerk: AtDossiers) -> None:
    clerk.what("2")
    clerk.enter("H37.10-261120-0005")
    clerk.type("31/11")
    clerk.key(ENTER)


def _one_stop(clerk: AtDossiers) -> None:
    clerk.key(Qt.Key.Key_M, ALT)
    clerk.what()
    clerk.enter("H37.10-261122-0005")


def _one_stop_refused(clerk: AtDossiers) -> None:
    clerk.key(Qt.Key.Key_M, ALT)
    clerk.what("1", "9.200001")
    clerk.enter("H37.10-261122-0005", "30/11/2026")
    clerk.paste("01/01/2026")
    clerk.key(F9)


def _one_stop_ready(clerk: AtDossiers) -> None:
    clerk.key(Qt.Key.Key_M, ALT)
    clerk.what()
    clerk.enter("H37.10-261122-0005", "30/11/2026")
    clerk.papers()
    clerk.who()
    clerk.money()


def _at_address(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.who()
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.key(Qt.Key.Key_D, ALT)
    clerk.key(Qt.Key.Key_T, ALT)


def _by_card(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.scan(CARD)


def _who(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1 đường Thử Nghiệm", "ky lua")


def _proxy(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.who()
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.key(Qt.Key.Key_T, ALT)
    clerk.enter("020190000999", "Hoàng Văn Thử")


def _organisation(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.key(Qt.Key.Key_C, ALT)
    clerk.enter("0100109106", "Công ty cổ phần Thương mại Xứ Lạng", "02053812345")


def _later(clerk: AtDossiers) -> None:
    clerk.everything()
    clerk.key(Qt.Key.Key_B, CTRL)
    clerk.enter("12:40", "mat", "PT-0012")
    clerk.key(Qt.Key.Key_B, CTRL)


def _two_hours_on(desk: Counter) -> None:
    desk.clock.pass_ms(2 * 3_600_000)


def _ready(clerk: AtDossiers) -> None:
    clerk.everything()


def _exempted(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.who()
    clerk.enter("320")
    clerk.enter("NP0000123")
    clerk.enter("ngheo", "")
    clerk.key(F9)


def _fees(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.who()
    clerk.enter("320", "", "thuong binh", "LS-00123", "8000", "0001234")


def _by_hand(clerk: AtDossiers) -> None:
    clerk.what("1", "9.100002")


def _parked(clerk: AtDossiers) -> None:
    clerk.what()
    clerk.papers()
    clerk.who()
    clerk.park()
    clerk.what("1", "9.200001")
    clerk.park()
    clerk.show_parked()


def _usual(clerk: AtDossiers) -> None:
    clerk.type("3")
    clerk.key(Qt.Key.Key_Down)


def _take_back(clerk: AtDossiers) -> None:
    clerk.key(Qt.Key.Key_Z, CTRL)


DOSSIER_SCENES: Mapping[str, Scene] = {
    "dossier-empty": _scene(_nothing),
    "dossier-no-shift": _scene(_nothing, shift=False),
    "dossier-recent": _scene(_nothing, prepare=_some),
    "dossier-usual": _scene(_usual, prepare=_some),
    "dossier-take-back": _scene(_take_back, prepare=_some),
    "dossier-no-paper": _scene(
        lambda clerk: clerk.what(), prepare=_some, label_printer=lambda: told(Condition.PAPER_OUT)
    ),
    "dossier-list": _scene(_list),
    "dossier-papers": _scene(_papers),
    "dossier-papers-long": _scene(_long_list),
    "dossier-missing": _scene(_missing),
    "dossier-adding": _scene(_adding),
    "dossier-fetched": _scene(_fetched),
    "dossier-one-stop": _scene(_one_stop),
    "dossier-one-stop-refused": _scene(_one_stop_refused),
    "dossier-one-stop-ready": _scene(_one_stop_ready),
    "dossier-one-stop-address": _scene(_at_address),
    "dossier-not-by-post": _scene(_by_hand),
    "dossier-card": _scene(_by_card),
    "dossier-who": _scene(_who),
    "dossier-proxy": _scene(_proxy),
    "dossier-organisation": _scene(_organisation),
    "dossier-ready": _scene(_ready),
    "dossier-later": _scene(_later, prepare=_two_hours_on),
    "dossier-no-proof": _scene(_exempted),
    "dossier-fees": _scene(_fees),
    "dossier-parked": _scene(_parked),
}
