"""What the program does without a screen: the proof of a desk's books, lists and imports, and the province's commands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from kt1desk.app.backup_commands import add_backup_parsers
from kt1desk.app.blank_commands import add_blank_parsers
from kt1desk.app.centre_commands import add_centre_parsers
from kt1desk.app.certificate_command import add_certificate_options, verify_certificate
from kt1desk.app.current_slots import unlock_closed
from kt1desk.app.extract_command import add_extract_options, verify_extract
from kt1desk.app.figure_commands import add_figure_parsers
from kt1desk.app.guide_command import add_guide_parser
from kt1desk.app.installed import told_version
from kt1desk.app.key_commands import add_key_parsers
from kt1desk.app.kit_command import add_kit_parsers
from kt1desk.app.line_commands import add_line_parsers
from kt1desk.app.list_commands import add_list_parsers
from kt1desk.app.mail_commands import add_mail_parsers
from kt1desk.app.options import add_data_option, add_desk_options, options_of
from kt1desk.app.passwords import asked_password
from kt1desk.app.persons_commands import add_persons_parsers
from kt1desk.app.place import take_place
from kt1desk.app.register_commands import add_register_parsers
from kt1desk.app.report_commands import add_report_parsers
from kt1desk.app.restore_command import add_restore_parser
from kt1desk.app.sample_command import add_sample_parser
from kt1desk.app.staff_commands import add_staff_parsers
from kt1desk.app.system_commands import add_system_parsers
from kt1desk.app.training import add_training_parser
from kt1desk.app.upgrade_commands import add_upgrade_parsers
from kt1desk.app.works import works_in
from kt1desk.config import PROGRAM
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.province_cli import add_parsers
from kt1desk.store.verify import verify_file


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and print what it found; returns the exit code. Help and mistakes end the program as argparse does it."""
    parser = command_parser()
    asked = parser.parse_args(arguments)
    if asked.command is None:
        parser.error("thiếu lệnh")
    if "act" in asked:
        return int(asked.act(asked))
    print(asked.run(asked))
    return 0


def command_parser() -> argparse.ArgumentParser:
    """Everything the program can be asked from a shell, the desk on the screen included, so that help is whole."""
    made = argparse.ArgumentParser(prog=PROGRAM, description="Bàn KT1: nhận bưu gửi KT1 tại quầy bưu điện.")
    made.add_argument("--version", action="version", version=told_version())
    made.add_argument(
        "--self-test", action="store_true", help="tự kiểm tra chương trình trên máy này, rồi thoát"
    )
    add_desk_options(made)
    # Without a default of its own: what stands before the command must not be forgotten behind it.
    where = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_data_option(where)
    commands = made.add_subparsers(dest="command", metavar="lệnh")
    verify = commands.add_parser(
        "verify",
        parents=[where],
        help="kiểm tra sổ gốc và các bảng dựng lại từ sổ, hoặc giấy chứng nhận, tệp trích nhật ký",
    )
    verify.add_argument("--user", help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn")
    add_certificate_options(verify)
    add_extract_options(verify)
    verify.set_defaults(act=partial(_asked_to_verify, verify))
    add_list_parsers(commands, where)
    add_mail_parsers(commands, where)
    add_line_parsers(commands, where)
    add_figure_parsers(commands, where)
    add_staff_parsers(commands, where)
    add_key_parsers(commands, where)
    add_persons_parsers(commands, where)
    add_report_parsers(commands, where)
    add_blank_parsers(commands, where)
    add_register_parsers(commands, where)
    add_system_parsers(commands, where)
    add_backup_parsers(commands, where)
    add_restore_parser(commands, where)
    add_sample_parser(commands)
    add_guide_parser(commands)
    add_training_parser(commands, where)
    add_upgrade_parsers(commands, where)
    add_kit_parsers(add_parsers(commands))
    add_centre_parsers(commands)
    return made


def _asked_to_verify(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """The books of a desk for a user of it, or a certificate or an extract of the security log for anybody."""
    if asked.extract is not None:
        if (asked.keys is None) != (asked.fingerprint is None):
            parser.error("--keys và --fingerprint đi cùng nhau")
        return verify_extract(asked)
    if asked.certificate is None:
        if asked.user is None:
            parser.error("cần --user, --extract, hoặc --certificate với --keys và --fingerprint")
        return _verify(asked)
    if asked.keys is None or asked.fingerprint is None:
        parser.error("--certificate cần cả --keys và --fingerprint")
    return verify_certificate(asked)


def _verify(asked: argparse.Namespace) -> int:
    """Chains, particulars, marker, and every projection against one rebuilt from the journal, row for row."""
    place = take_place(options_of(asked))
    try:
        if not place.has_desk:
            raise DeskError("store.no_desk")
        works = works_in(place)
        dek = unlock_closed(works.keys, place.folder, works.clock, asked.user, asked_password())
        report = verify_file(place.folder, dek)
    finally:
        place.leave()
    for fault in report.faults:
        print(f"Sai sự kiện: {fault}")
    for difference in report.differences:
        print(f"Khác với sổ gốc: {difference}")
    verdict = (
        "Sổ nguyên vẹn, các bảng dựng lại khớp từng dòng."
        if report.ok
        else "SỔ KHÔNG NGUYÊN VẸN: ngừng bán, báo Bưu điện tỉnh."
    )
    print(f"{report.events} sự kiện. {verdict}")
    return 0 if report.ok else 1
