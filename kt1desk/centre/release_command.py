"""``kt1desk centre release``: which release of the program the centre's gate hands to the desks that fetch it over the line.

    kt1desk centre release --folder F                    what is there
    kt1desk centre release --folder F --put RELEASE      let it be this one and no other (the folder of a stick)

This module must not know how a release is made or proved.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.centre.place import place_at
from kt1desk.centre.releases import put_release, release_files

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_release_parser(words: Subparsers) -> None:
    """Add the word; it sets ``act``, a function of the parsed arguments that returns the exit code."""
    parser = words.add_parser("release", help="bản chương trình mới mà các bàn lấy qua đường mạng")
    parser.add_argument("--folder", type=Path, required=True, help="thư mục của trung tâm")
    parser.add_argument(
        "--put", type=Path, metavar="THƯ_MỤC", help="đặt bản phát hành trong thư mục này thay cho bản đang có"
    )
    parser.set_defaults(act=_run)


def _run(asked: argparse.Namespace) -> int:
    with place_at(asked.folder).connect() as gate:
        if asked.put is not None:
            new, all_ = put_release(gate, asked.put)
            print(f"Đã đặt bản phát hành: {new} tệp mới, cả bản {all_} tệp. Bàn lấy về khi có đường mạng.")
        files = release_files(gate)
    for file in files:
        print(f"{file.bytes_long:>12,} byte  {file.sha256[:16]}  {file.name}".replace(",", "."))
    if not files:
        print("Trung tâm chưa có bản phát hành nào cho các bàn.")
    return 0
