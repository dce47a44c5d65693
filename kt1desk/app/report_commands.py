"""The commands of reports: `kt1desk report list | make | issue | issued | difference`.

    kt1desk report make --template kt1_results --from 2026-07-01 --to 2026-09-30 --pdf bao-cao.pdf --user son.ly
    kt1desk report issue --template kt1_results --from 2026-07-01 --to 2026-09-30 --yes --xlsx so-lieu.xlsx --user son.ly
    kt1desk report issued --number BC-261123-7-01 --csv so-lieu.csv --user son.ly

Files beside the text on the screen are written by their own rules (`kt1desk.app.report_output`). This module must not know what is counted.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk
from kt1desk.app.report_output import save_report
from kt1desk.app.report_services import reports_of
from kt1desk.app.report_text import difference_lines, report_lines
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import asked_period, words
from kt1desk.services.report_gathering import written
from kt1desk.services.report_periods import offered_periods
from kt1desk.services.report_values import FILE_KINDS, Asked, Shown, shown
from kt1desk.services.typed_day import add_period

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_report_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    report = commands.add_parser("report", help="lập, phát hành và so báo cáo")
    of = report.add_subparsers(required=True, metavar="VIỆC")
    known = of.add_parser("list", parents=[where], help="mẫu báo cáo, phạm vi và kỳ có thể lập")
    known.set_defaults(act=_list)
    make = of.add_parser("make", parents=[where], help="lập báo cáo: xem và ghi tệp, chưa phát hành")
    make.set_defaults(act=_make)
    issue = of.add_parser("issue", parents=[where], help="phát hành báo cáo: ghi vào sổ với số và phiên bản")
    issue.add_argument("--yes", action="store_true", help="đồng ý phát hành; phát hành rồi không xóa được")
    issue.set_defaults(act=_issue)
    for parser in (make, issue):
        parser.add_argument("--template", required=True, metavar="MẪU", help="mã mẫu, xem bằng report list")
        add_period(parser)
        parser.add_argument("--scope", default="", metavar="PHẠM_VI", help="mã phạm vi, xem bằng report list")
    issued = of.add_parser("issued", parents=[where], help="báo cáo đã phát hành, hoặc một bản trong đó")
    issued.add_argument("--number", default="", metavar="SỐ", help="số báo cáo; không ghi thì kê tất cả")
    issued.set_defaults(act=_issued)
    difference = of.add_parser("difference", parents=[where], help="số liệu về muộn đổi gì từ khi phát hành")
    difference.add_argument("--number", required=True, metavar="SỐ", help="số báo cáo")
    difference.set_defaults(act=_difference)
    for parser in (issued, difference):
        parser.add_argument(
            "--version", type=int, default=0, metavar="PHIÊN_BẢN", help="mới nhất nếu không ghi"
        )
    for parser in (make, issue, issued):
        for kind in FILE_KINDS:
            parser.add_argument(f"--{kind}", default="", metavar="TỆP", help=f"ghi thêm tệp .{kind}")
    for parser in (known, make, issue, issued, difference):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def _list(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        found = reports_of(desk).choices(desk.session)
        over = reports_of(desk).quarters_over(desk.session)
    for template in found.templates:
        print(f"{template.code}  {template.title}")
        for each in offered_periods(template.presets, found.on):
            print(f"    {each.period.first} {each.period.last}  {each.words}")
    for scope in found.scopes:
        print(f"{written(scope)}  {scope.words}")
    for quarter in over:
        print(f"Chưa phát hành {quarter.offered.words}: {quarter.title}, hạn {quarter.by:%d/%m/%Y}.")
    return 0


def _make(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        made = reports_of(desk).make(desk.session, _asked(asked))
        _tell(desk, shown(made), asked)
    return 0


def _issue(asked: argparse.Namespace) -> int:
    """Issued; 1 where nobody said yes."""
    with at_desk(asked) as at:
        desk = at.desk
        reports = reports_of(desk)
        made = reports.make(desk.session, _asked(asked))
        if not asked.yes:
            _tell(desk, shown(made), asked)
            print("Chưa phát hành. Phát hành rồi không xóa được; đồng ý thì chạy lại với --yes.")
            return 1
        issued = reports.issue(desk.session, made)
        _tell(desk, Shown(made.report, issued, made.kt1), asked)
    return 0


def _issued(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        desk = at.desk
        reports = reports_of(desk)
        if asked.number:
            _tell(desk, shown(reports.read(desk.session, asked.number, asked.version)), asked)
            return 0
        if any(_named(asked)):
            raise DeskError("reporting.unknown", "report")
        for each in reports.issued(desk.session):
            said = each.issued
            day = f"{date.fromisoformat(said.issued_on):%d/%m/%Y}"
            print(
                f"{said.number}  {said.version}  {day}  {each.title}  {words(each.asked.period)}  {said.by}"
            )
    return 0


def _difference(asked: argparse.Namespace) -> int:
    """What differs; 1 where something does."""
    with at_desk(asked) as at:
        desk = at.desk
        found = reports_of(desk).difference(desk.session, asked.number, asked.version)
    for line in difference_lines(found):
        print(line)
    return 1 if found else 0


def _asked(asked: argparse.Namespace) -> Asked:
    return Asked(asked.template, asked_period(asked.first, asked.last), asked.scope)


def _named(asked: argparse.Namespace) -> Iterator[str]:
    """Names of files that are wanted, their endings put right."""
    for kind in FILE_KINDS:
        name = str(getattr(asked, kind))
        if name:
            yield name if name.lower().endswith(f".{kind}") else f"{name}.{kind}"


def _tell(desk: OpenDesk, of: Shown, asked: argparse.Namespace) -> None:
    """The report on the screen, then its files: where one cannot be written, the report was seen."""
    for line in report_lines(of):
        print(line)
    for name in _named(asked):
        print(f"Đã ghi {save_report(desk, of, name)}.")
