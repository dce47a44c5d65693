"""Keys, the root of trust, releases and sticks, by persons who hold keys. What to do when: docs/operations.md, «Phát hành bản mới».

    python -m installer.update keys  --out /media/khoa/lan root-lan release-lan
    python -m installer.update root  new  --public /media/khoa/pub --out root.json
    python -m installer.update root  next --public /media/khoa/pub --before root.json --out 2.root.json
    python -m installer.update root  add-signature root.json --key /media/khoa/lan/root-lan.key
    python -m installer.update root  put  root.json --repository KHO
    python -m installer.update sign  --repository KHO --files dist/release --notes moi.txt --key A.key --key B.key --stamp-key C.key
    python -m installer.update sign  --repository KHO --stamp-key C.key            each month
    python -m installer.update stick --repository KHO --to /media/usb

Public keys are told apart by their names: ``root-….pub``, ``release-….pub``, ``stamp-….pub``.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import Key, Signer

from installer.update.keys import PUBLIC, KeyRefusedError, make_key, open_key, read_public
from installer.update.repository import (
    ReleaseRefusedError,
    Signers,
    put_root,
    renew_stamp,
    sign_release,
    write_release_note,
)
from installer.update.roots import (
    Keyholders,
    RootRefusedError,
    check_root,
    draft_root,
    read_root,
    sign_root,
    write_root,
)
from installer.update.stick import write_stick
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

Ask = Callable[[str], str]


def main(words: Sequence[str] | None = None, ask: Ask = getpass.getpass) -> int:
    """Do one thing; returns the exit code.

    Args:
        words: the command line; None: that of the process.
        ask: asks a person for a passphrase.
    """
    told = _parser().parse_args(words)
    try:
        told.act(told, ask)
    except (KeyRefusedError, RootRefusedError, ReleaseRefusedError) as error:
        print(f"LỖI: {error}", file=sys.stderr)
        return 1
    except DeskError as error:
        print(f"LỖI: {sentence(error)}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"LỖI: {error}", file=sys.stderr)
        return 1
    return 0


def _keys(told: argparse.Namespace, ask: Ask) -> None:
    for name in told.names:
        passphrase = ask(f"Mật khẩu mới cho {name}: ")
        if passphrase != ask("Nhập lại: "):
            raise KeyRefusedError("Hai lần nhập không giống nhau.")
        made = make_key(told.out, name, passphrase)
        print(f"{told.out / name}{PUBLIC}: {made.public_key.keyid}")


def _new_root(told: argparse.Namespace, _ask: Ask) -> None:
    before = read_root(told.before) if told.before else None
    draft = draft_root(_holders(told.public), datetime.now(UTC), after=before)
    write_root(draft, told.out)
    print(f"{told.out}: bản {draft.signed.version}, chờ người giữ khóa root ký (add-signature).")


def _sign_root(told: argparse.Namespace, ask: Ask) -> None:
    root = read_root(told.root)
    sign_root(root, _opened(told.key, ask))
    write_root(root, told.root)
    try:
        check_root(root, read_root(told.before) if told.before else None)
        print(f"{told.root}: đủ chữ ký.")
    except RootRefusedError as error:
        print(f"{told.root}: đã thêm chữ ký. {error}")


def _put_root(told: argparse.Namespace, _ask: Ask) -> None:
    put_root(told.repository, told.root)
    print(f"{told.repository}: đã nhận root.")


def _sign(told: argparse.Namespace, ask: Ask) -> None:
    (stamp,) = _opened([told.stamp_key], ask)
    now = datetime.now(UTC)
    if told.files is None:
        renew_stamp(told.repository, Signers(stamp), now)
        print("Đã gia hạn bản mới nhất.")
        return
    notes = [line.strip() for line in told.notes.read_text(encoding="utf-8").splitlines() if line.strip()]
    release = write_release_note(told.files, notes)
    sign_release(told.repository, told.files, Signers(stamp, _opened(told.key, ask)), now)
    print(f"Đã ký bản {release['version']}.")


def _stick(told: argparse.Namespace, _ask: Ask) -> None:
    folder = write_stick(told.repository, told.to, print)
    print(f"{folder}: đã chép và đọc lại đủ, chữ ký đúng.")


def _opened(paths: Sequence[Path], ask: Ask) -> list[Signer]:
    return [open_key(path, ask(f"Mật khẩu của {path.name}: ")) for path in paths]


def _holders(folder: Path) -> Keyholders:
    def of(role: str) -> list[Key]:
        return [read_public(path) for path in sorted(folder.glob(f"{role}-*{PUBLIC}"))]

    return Keyholders(of("root"), of("release"), of("stamp"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m installer.update", description=__doc__.partition("\n")[0]
    )
    does = parser.add_subparsers(required=True)
    keys = does.add_parser("keys", help="làm khóa mới, mỗi khóa một tệp có mật khẩu")
    keys.add_argument("--out", type=Path, required=True)
    keys.add_argument("names", nargs="+")
    keys.set_defaults(act=_keys)
    _add_root(
        does.add_parser("root", help="ai được ký: làm, ký thêm, đưa vào kho").add_subparsers(required=True)
    )
    sign = does.add_parser("sign", help="ký bản mới; không có --files: gia hạn bản đang có")
    sign.add_argument("--repository", type=Path, required=True)
    sign.add_argument("--files", type=Path)
    sign.add_argument("--notes", type=Path)
    sign.add_argument("--key", type=Path, action="append", default=[])
    sign.add_argument("--stamp-key", type=Path, required=True)
    sign.set_defaults(act=_sign)
    stick = does.add_parser("stick", help="chép bản mới nhất ra USB hay thư mục mạng, rồi đọc lại")
    stick.add_argument("--repository", type=Path, required=True)
    stick.add_argument("--to", type=Path, required=True)
    stick.set_defaults(act=_stick)
    return parser


def _add_root(does: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name in ("new", "next"):
        made = does.add_parser(name)
        made.add_argument("--public", type=Path, required=True)
        made.add_argument("--before", type=Path, required=name == "next")
        made.add_argument("--out", type=Path, required=True)
        made.set_defaults(act=_new_root)
    signed = does.add_parser("add-signature")
    signed.add_argument("root", type=Path)
    signed.add_argument("--key", type=Path, action="append", required=True)
    signed.add_argument("--before", type=Path)
    signed.set_defaults(act=_sign_root)
    put = does.add_parser("put")
    put.add_argument("root", type=Path)
    put.add_argument("--repository", type=Path, required=True)
    put.set_defaults(act=_put_root)


if __name__ == "__main__":
    sys.exit(main())
