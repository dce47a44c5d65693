"""`kt1desk backup` and `kt1desk restore --backup`, as somebody types them: a desk dies and comes back on another machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.services.sentences import SENTENCES
from kt1desk.store.backup_file import DATABASE, backups_in
from tests.support.typed_commands import Ran, called, started

CHIEF = "son.ly"


def typed(
    data: Path,
    *words: str,
    lines: tuple[str, ...] = (TRIAL_PASSWORD,),
    by: Callable[..., Ran] = called,
) -> Ran:
    return by(*words, "--data-dir", str(data), "--user", CHIEF, lines=lines)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("backup") / "data"
    place = take_place(Options(made, made.parent / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    return made


def test_places_are_set_backups_made_shown_and_a_damaged_one_is_refused_with_the_one_before_named(
    data: Path,
) -> None:
    stick = data.parent / "stick"
    stick.mkdir()

    nowhere = typed(data, "backup", "now")
    assert SENTENCES["backup.no_places"] in nowhere.stderr
    assert typed(data, "backup", "places", "--stick", str(stick)).returncode == 0
    for by in (started, called):
        assert "đã sao lưu và kiểm tra" in typed(data, "backup", "now", by=by).stdout
    newest, older = (each.folder for each in backups_in(stick))
    shown = typed(data, "backup", "show")
    assert shown.returncode == 0
    assert newest.name in shown.stdout
    assert "Bản sao lưu tốt" in typed(data, "backup", "check", str(older)).stdout

    damaged = bytearray((newest / DATABASE).read_bytes())
    damaged[4_500] ^= 1
    (newest / DATABASE).write_bytes(damaged)
    data.rename(data.parent / "dead")
    shutil.copytree(data.parent / "dead" / "secret", data / "secret")
    refused = typed(data, "restore", "--backup", str(stick))

    assert refused.returncode == 1
    assert SENTENCES["backup.damaged"] in refused.stderr
    assert str(older) in refused.stderr
    assert not (data / "store" / "keys.json").exists()
