"""`kt1desk sample`: a folder of generated desks, one for each point, to try out, to measure and to test on.

    kt1desk sample --seed 1 --points 53 --days 60 OUT_DIR
    kt1desk sample --seed 1 --points 1 --days 400 --items 1000000 OUT_DIR

A person opens one of them with ``kt1desk --data-dir OUT_DIR/240000``.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk import __version__
from kt1desk.app.desk import reference_for
from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.app.sample_desk import make_desk
from kt1desk.config import program_root, program_words
from kt1desk.sampling.manifest import Manifest
from kt1desk.sampling.order import ITEMS_PER_POINT_DAY, SampleOrder
from kt1desk.sampling.people import CLERK, CONTROLLER, HEAD, POSTMAN, SECOND, UNCLEARED
from kt1desk.sampling.plan import REVISION, points_of
from kt1desk.sampling.province import Made, Part, make_province
from kt1desk.store.migrate import head

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_LAST_DAY = date(2026, 11, 20)
"""Where the days end unless somebody says otherwise: an order must not mean something else tomorrow."""


def add_sample_parser(commands: Subparsers) -> None:
    """Add ``sample``; it sets ``run``, a function of the parsed arguments that returns what to print."""
    parser = commands.add_parser(
        "sample", help="tạo sổ mẫu của cả tỉnh để thử và đo, mỗi điểm một thư mục dữ liệu"
    )
    parser.add_argument("--seed", type=int, default=1, help="số chọn ngẫu nhiên: cùng số thì cùng kết quả")
    parser.add_argument("--points", type=int, default=53, help="số điểm giao dịch, điểm đông khách trước")
    parser.add_argument("--days", type=int, required=True, help="số ngày")
    parser.add_argument("--items", type=int, help="tổng số bưu gửi KT1 của tất cả các điểm")
    parser.add_argument(
        "--last-day", type=date.fromisoformat, default=_LAST_DAY, help="ngày cuối (YYYY-MM-DD)"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="số tiến trình chạy cùng lúc")
    parser.add_argument(
        "folder", type=Path, metavar="OUT_DIR", help="thư mục trống, hoặc đã tạo bằng đúng lệnh này"
    )
    parser.set_defaults(run=_run)


def order_of(asked: argparse.Namespace) -> SampleOrder:
    """The order that the arguments mean."""
    items = asked.items if asked.items is not None else asked.points * asked.days * ITEMS_PER_POINT_DAY
    return SampleOrder(asked.seed, asked.points, asked.last_day, asked.days, items)


def make_sample(folder: Path, order: SampleOrder, jobs: int) -> tuple[Manifest, bool]:
    """Make the desks of an order that are not there yet, ``jobs`` at a time; returns the manifest, and whether anything was made.

    Raises:
        DeskError: ``sample.*``; what making a desk raises.
    """
    points = points_of(order, reference_for(trial=True))

    def run(parts: Sequence[Part]) -> Iterable[Made]:
        return _beside_each_other(parts, jobs)

    return make_province(folder.absolute(), Manifest(order, REVISION, head(), __version__), points, run)


def _run(asked: argparse.Namespace) -> str:
    order = order_of(asked)
    manifest, made = make_sample(asked.folder, order, max(1, asked.jobs))
    counts = ", ".join(f"{kind} {count}" for kind, count in manifest.counts.items())
    users, more = f"{CLERK}, {HEAD}, {POSTMAN}", f"{SECOND}, {UNCLEARED}, {CONTROLLER}"
    program = ".venv/bin/python -m kt1desk" if program_root() is None else " ".join(program_words())
    where = (
        f"Mở bằng: {program} --data-dir {asked.folder}/<mã điểm>\n"
        f"Người dùng: {users}; điểm nhiều người có thêm {more} ({UNCLEARED} không làm KT1). "
        f"Mật khẩu của mọi người: {TRIAL_PASSWORD}"
    )
    if not made:
        return f"Đã có sẵn đúng sổ mẫu này, không tạo lại ({counts}).\n{where}"
    return f"Đã tạo {order.points} điểm, {order.items} bưu gửi trong {manifest.seconds} giây ({counts}).\n{where}"


def _beside_each_other(parts: Sequence[Part], jobs: int) -> Iterable[Made]:
    """The busiest points begin first. Each desk is made in a fresh process: nothing of one can reach another.

    An installed program's launcher is no Python that such a process could be begun with: there they are made one after the other.
    """
    if program_root() is not None:
        yield from map(make_desk, parts)
        return
    import multiprocessing  # noqa: PLC0415  an installed Python has no module for it, and every command loads this one
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415  as above

    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=fresh) as pool:
        for future in as_completed([pool.submit(make_desk, part) for part in parts]):
            yield future.result()
