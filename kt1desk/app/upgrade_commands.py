"""The commands of upgrades: `kt1desk upgrade look | apply | back | wait`.

    kt1desk upgrade look --from /media/usb
    kt1desk upgrade apply --from /media/usb
    kt1desk upgrade apply --requested
    kt1desk upgrade back

``apply --requested`` is the service's, ``wait`` the program's own; the others are a technician's, who may write where the program lies.
This module must not know what an upgrade does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app import later
from kt1desk.app.upgrade_ground import Ground, desk_folders, may_begin, needed_ground, step_noted, ways
from kt1desk.app.upgrade_sources import looked_at, source_at, sources_of
from kt1desk.app.upgrade_waiting import done_by_service
from kt1desk.app.upgrade_words import answer_words, looked_words, offer_facts, step_words, way_back_words
from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder
from kt1desk.upgrade.applying import Step, apply
from kt1desk.upgrade.request import Answer, What, carry_out, read_answer, write_answer
from kt1desk.upgrade.returning import go_back, way_back

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_upgrade_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    upgrade = commands.add_parser("upgrade", help="cập nhật chương trình đã cài, hoặc trở về bản trước")
    of = upgrade.add_subparsers(required=True, metavar="VIỆC")
    look = of.add_parser("look", help="xem đang chạy bản nào, USB hay thư mục có bản nào mới hơn")
    look.set_defaults(act=_look)
    done = of.add_parser(
        "apply", parents=[where], help="cài bản mới; cần quyền ghi vào thư mục chương trình, bàn phải đóng"
    )
    for parser in (look, done):
        parser.add_argument(
            "--from", dest="source", type=Path, metavar="THƯ_MỤC", help="chỉ xem ở USB hay thư mục này"
        )
    done.add_argument(
        "--requested", action="store_true", help="làm yêu cầu mà bàn đã gửi (dịch vụ của máy gọi lệnh này)"
    )
    done.set_defaults(act=partial(_apply, done))
    back = of.add_parser("back", parents=[where], help="trở về bản trước; cần quyền như apply")
    back.add_argument(
        "--unopened", action="store_true", help="chưa ai đăng nhập bằng bản mới: dữ liệu còn như trước"
    )
    back.set_defaults(act=_back)
    wait = of.add_parser(
        "wait", parents=[where], help="(chương trình tự gọi) chờ cập nhật xong rồi mở lại bàn"
    )
    wait.add_argument("--id", required=True, help="số của yêu cầu")
    wait.add_argument(
        "--what", required=True, type=What, metavar="VIỆC", help="apply: cập nhật; return: trở về"
    )
    wait.add_argument("again", nargs="*", help="các từ để mở lại bàn")
    wait.set_defaults(act=_wait)


def _look(asked: argparse.Namespace) -> int:
    found = needed_ground()
    print(f"Đang chạy bản {found.root.current()}.")
    if (before := found.root.previous()) is not None:
        print(f"Bản trước: {before}.")
    if (answer := read_answer(found.root)) is not None:
        print(answer_words(answer))
    looked = looked_at(found.root, sources_of(None) if asked.source is None else (source_at(asked.source),))
    for line in looked_words(looked):
        print(line)
    if (offer := looked.offer) is not None:
        print(f"Bản mới {offer.version}, ở {offer.source}:")
        for line in (*offer.notes, *offer_facts(offer)):
            print(f"  - {line}")
    return 0


def _apply(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    if asked.requested == (asked.source is not None):
        parser.error("cần đúng một trong hai: --from hoặc --requested")
    found = needed_ground()
    folders = desk_folders(_data(asked))
    if asked.requested:
        asked_ways = ways(found, folders, step_noted(found.root))
        answer = done_by_service(found, lambda: carry_out(found.root, found.drop, asked_ways))
        if answer is None:
            print("Không có yêu cầu nào.")
            return 0
    else:
        answer = _by_hand(
            found,
            What.APPLY,
            lambda: apply(found.root, source_at(asked.source), ways(found, folders, _printed())),
        )
    print(answer_words(answer))
    return 1 if answer.code else 0


def _back(asked: argparse.Namespace) -> int:
    """Without the key of a desk its revision is not known: that of the version which runs is the highest it can be."""
    found = needed_ground()
    folders = desk_folders(_data(asked))
    current = found.root.version_note(found.root.current()).schema
    way = way_back(found.root, current)
    unopened = asked.unopened and not any(_was_converted(folder, current) for folder in folders)
    if way is None or not (way.safe or unopened):
        print(way_back_words(way))
        return 1
    schema = None if unopened else current
    answer = _by_hand(
        found,
        What.RETURN,
        lambda: go_back(found.root, schema, may_begin(folders), unknown_is_safe=unopened),
    )
    print(answer_words(answer))
    return 1 if answer.code else 0


def _wait(asked: argparse.Namespace) -> int:
    return later.run_upgrade_window(asked)


def _by_hand(found: Ground, what: What, act: Callable[[], object]) -> Answer:
    """A technician's own act, answered as one that was asked for, so that the desk tells of it."""
    before, code, details = found.root.current(), "", {}
    try:
        act()
    except DeskError as error:
        code, details = error.code, dict(error.details)
    answer = Answer("", what, found.root.current(), before, code, datetime.now(UTC), details)
    if code != "upgrade.not_allowed":
        write_answer(found.root, answer)
    return answer


def _printed() -> Callable[[Step, int, int], None]:
    """Each step once."""
    seen: set[Step] = set()

    def told(step: Step, _done: int, _of: int) -> None:
        if step not in seen:
            seen.add(step)
            print(step_words(step.value, None), flush=True)

    return told


def _was_converted(folder: DataFolder, schema: str) -> bool:
    """A file is copied before it is converted, under the name of where it goes."""
    return folder.database.with_name(f"before-{schema}.db").exists()


def _data(asked: argparse.Namespace) -> Path | None:
    chosen: Path | None = getattr(asked, "data_dir", None)
    return chosen.absolute() if chosen is not None else None
