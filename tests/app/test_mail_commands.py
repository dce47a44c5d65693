"""`kt1desk mail`: from the request for a key to a dispatch that came by file, as real processes over two desks."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.app.first_run import Person
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.permissions import Role
from kt1desk.exchange.enrolment import read_request
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.services.ports import Appending
from kt1desk.services.set_up import DeskPlan, NewUser
from tests.support.case_mail import APPLICANT, accepted
from tests.support.chains import beside_of, dispatch
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT, PROVINCE, PROVINCE_KEY
from tests.support.tree import ROOT

USER, PASSWORD = "ha.hoang", "suoi-nguon-42-Chi-Lang"
FOR_EVER = (date(2000, 1, 1), date(2099, 12, 31))


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Data folders of the office's desk, with one dispatch sent, and of the commune's."""
    root = tmp_path_factory.mktemp("mail")
    office, commune = _made(root / "office", 7, OFFICE_POINT), _made(root / "commune", 9, COMMUNE_POINT)
    place = take_place(Options(office, root / "papers"))
    opened = works_in(place).opener.open(USER, PASSWORD)
    fact = dispatch(3, secret=2)
    with opened.store.work() as work:
        work.append(fact, Appending(USER, particulars=beside_of(fact)))
        work.commit()
    opened.close()
    place.leave()
    return office, commune


def _made(data: Path, device: int, point: str, *, cleared: bool = True) -> Path:
    place = take_place(Options(data, data.parent / "papers", trial=True))
    ways = frozenset(way.value for way in Transport)
    plan = DeskPlan(device, point, "0.0.0", (), "ab" * 32, transports=ways, province_key=PROVINCE_KEY.hex())
    until = FOR_EVER[1] if cleared else None
    user = NewUser(USER, "Hoàng Thị Hà", frozenset({Role.CLERK, Role.ADMINISTRATOR}), until)
    works_in(place).maker.make(plan, (Person(user, PASSWORD),))
    place.leave()
    return data


@dataclass(frozen=True)
class Ran:
    """What a command ended with."""

    returncode: int
    stdout: str
    stderr: str


def _words(data: Path, words: tuple[str, ...]) -> list[str]:
    return ["mail", *words, "--data-dir", str(data), "--user", USER]


def _process(data: Path, *words: str) -> Ran:
    """The command as a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "kt1desk", *_words(data, words)],
        input=f"{PASSWORD}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=dict(os.environ),
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def _run(data: Path, *words: str) -> Ran:
    """The same in this process, which costs no start."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
        code = main(_words(data, words))
    return Ran(code, out.getvalue(), err.getvalue())


def test_a_dispatch_goes_from_desk_to_desk_by_file(desks: tuple[Path, Path], tmp_path: Path) -> None:
    office, commune = desks
    bundle, keys = tmp_path / "goi.kt1", tmp_path / "khoa.json"
    too_early = _run(office, "write", "--to", COMMUNE_POINT, str(bundle))
    assert (too_early.returncode, bundle.exists()) == (1, False)
    assert "chưa có danh sách khóa" in too_early.stderr

    _listed(desks, tmp_path, keys)
    written = _process(office, "write", "--to", COMMUNE_POINT, str(bundle))
    taken = _process(commune, "take", str(bundle))
    again = _run(commune, "take", str(bundle))

    assert (written.returncode, taken.returncode, again.returncode) == (0, 0, 0), taken.stderr
    assert "Đã ghi gói số 1 cho điểm 246940: 1 sự kiện" in written.stdout
    assert "mới nhận: 1, đã có: 0" in taken.stdout
    assert "mới nhận: 0, đã có: 1" in again.stdout
    _refused_files(desks, bundle, keys, tmp_path)


def _listed(desks: tuple[Path, Path], folder: Path, keys: Path, *more: str) -> None:
    """Both desks ask for their rows and bring the key list in."""
    rows = []
    for at, data in enumerate(desks):
        asked = _run(data, "request", str(folder / f"don-{at}.json"), *more)
        request = read_request((folder / f"don-{at}.json").read_bytes())
        assert request.check_code in asked.stdout
        rows.append(request.as_row(*FOR_EVER))
    keys.write_bytes(sign_key_list(KeyList(tuple(rows), 3, date(2026, 11, 23)), PROVINCE))
    assert [_run(data, "keys", str(keys), *more).returncode for data in desks] == [0, 0]


def test_mail_about_dossiers_goes_by_a_file_of_its_own_and_needs_no_clearance(tmp_path: Path) -> None:
    office = _made(tmp_path / "office", 7, OFFICE_POINT, cleared=False)
    commune = _made(tmp_path / "commune", 9, COMMUNE_POINT, cleared=False)
    bundle, other = tmp_path / "goi.hs", tmp_path / "goi.kt1"
    place = take_place(Options(commune, tmp_path / "papers"))
    opened = works_in(place).opener.open(USER, PASSWORD)
    with opened.store.work() as work:
        work.append(accepted(), Appending(USER, particulars=APPLICANT))
        work.commit()
    opened.close()
    place.leave()
    _listed((office, commune), tmp_path, tmp_path / "khoa.json", "--service", "tthc")

    written = _run(commune, "write", "--service", "tthc", "--to", OFFICE_POINT, str(bundle))
    taken = _run(office, "take", "--service", "tthc", str(bundle))
    as_kt1 = [
        _run(commune, "write", "--to", OFFICE_POINT, str(other)),
        _run(office, "take", str(bundle)),
    ]

    assert "Đã ghi gói số 1 cho điểm 240000: 1 sự kiện" in written.stdout, written.stderr
    assert "mới nhận: 1" in taken.stdout, taken.stderr
    assert [ran.returncode for ran in as_kt1] == [1, 1]
    assert all("Chưa được phân công làm KT1" in ran.stderr for ran in as_kt1)
    assert not other.exists()


def _refused_files(desks: tuple[Path, Path], bundle: Path, keys: Path, folder: Path) -> None:
    """What must not be overwritten, believed or taken is refused with the reason."""
    office, commune = desks
    older = folder / "cu.json"
    row = read_request((folder / "don-0.json").read_bytes()).as_row(*FOR_EVER)
    older.write_bytes(sign_key_list(KeyList((row,), 2, date(2026, 11, 1)), PROVINCE))
    before = bundle.read_bytes()

    refusals = {
        "không ghi đè": _run(office, "write", "--to", COMMUNE_POINT, str(bundle)),
        "chính bàn này ghi ra": _run(office, "take", str(bundle)),
        "cũ hơn số 3": _run(commune, "keys", str(older)),
        "không phải gói dữ liệu": _run(commune, "take", str(keys)),
        "Không còn tệp nào": _run(commune, "take", str(folder / "khong-co.kt1")),
    }

    assert [(said, run.stderr) for said, run in refusals.items() if said not in run.stderr] == []
    assert [run.returncode for run in refusals.values()] == [1] * len(refusals)
    assert bundle.read_bytes() == before
