"""A desk without rights asks, a service does: nothing in the drop folder is believed, and every request has its answer."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.applying import Ways, apply
from kt1desk.upgrade.bringing import bring
from kt1desk.upgrade.request import (
    ANSWER,
    Request,
    What,
    ask,
    carry_out,
    new_request_id,
    read_answer,
    release_folder,
    take,
)
from kt1desk.upgrade.source import FolderSource
from tests.support.releases import OTHER_BASE, Workshop, source_of, ways

ONE = "0123456789abcdef"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def test_what_a_desk_brought_and_asked_for_is_installed_and_answered(workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    workshop.new_release_keys()
    workshop.release("2.0", base=OTHER_BASE)
    counted: list[tuple[int, int]] = []
    name = new_request_id()
    (drop / "release-of-yesterday").mkdir()

    offer = bring(
        source_of(workshop.stick()), root, drop, name, lambda done, all_: counted.append((done, all_))
    )
    ask(drop, Request(name, What.APPLY))
    answer = carry_out(root, drop, ways())

    assert offer is not None
    assert [each.name for each in drop.iterdir()] == [f"release-{name}"]
    assert counted[-1][0] == counted[-1][1] > 1000
    assert counted == sorted(counted)
    assert answer is not None
    assert (answer.id, answer.what, answer.version, answer.before, answer.code) == (
        name,
        What.APPLY,
        "2.0",
        "1.0",
        "",
    )
    assert read_answer(root) == answer.__class__(
        *(answer.id, answer.what, "2.0", "1.0", ""), at=answer.at.replace(microsecond=0)
    )
    assert root.current() == "2.0"
    assert carry_out(root, drop, ways()) is None


def test_only_what_this_installation_needs_is_brought(workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    workshop.release("2.0")
    bring(source_of(workshop.stick()), root, drop, ONE, lambda _done, _all: None)

    targets = release_folder(drop, ONE) / "targets"
    assert sorted(path.name for path in targets.rglob("*") if path.is_file()) == [
        "kt1desk-app-2.0.zip",
        "release.json",
    ]
    assert not (root.trust / "metadata").exists()


def test_nothing_newer_is_not_brought(workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    workshop.release("1.0")

    assert bring(source_of(workshop.stick()), root, drop, ONE, lambda _done, _all: None) is None
    assert list(drop.iterdir()) == []


def test_half_a_copy_is_taken_away(workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    workshop.release("2.0", base=OTHER_BASE)
    stick = workshop.stick()
    next((stick / "targets" / "base").glob(f"*{OTHER_BASE}*")).unlink()

    with pytest.raises(DeskError) as raised:
        bring(FolderSource(stick), root, drop, ONE, lambda _done, _all: None)

    assert raised.value.code == "upgrade.mixed"
    assert list(drop.iterdir()) == []


def test_a_release_that_was_changed_in_the_drop_folder_is_refused_and_answered(
    workshop: Workshop, drop: Path
) -> None:
    root = workshop.installed("1.0")
    workshop.release("2.0")
    bring(source_of(workshop.stick()), root, drop, ONE, lambda _done, _all: None)
    packed = release_folder(drop, ONE) / "targets" / "app" / "kt1desk-app-2.0.zip"
    packed.write_bytes(packed.read_bytes().replace(b"2.0", b"2.1"))
    ask(drop, Request(ONE, What.APPLY))

    answer = carry_out(root, drop, ways())

    assert answer is not None
    assert (answer.id, answer.code, answer.version) == (ONE, "upgrade.damaged", "1.0")
    assert answer.details == {"name": "kt1desk-app-2.0.zip"}
    assert not (drop / "request.json").exists()


@pytest.mark.parametrize(
    ("schema", "said"), [("0013", ("upgrade.no_way_back", "2.0")), ("0012", ("", "1.0"))]
)
def test_a_return_is_judged_by_the_versions_and_not_by_who_asks(
    schema: str, said: tuple[str, str], workshop: Workshop, drop: Path
) -> None:
    root = workshop.installed("1.0")
    workshop.release("2.0", schema=schema)
    apply(root, source_of(workshop.stick()), ways())
    ask(drop, Request(ONE, What.RETURN))

    answer = carry_out(root, drop, ways())

    assert answer is not None
    assert (answer.code, answer.version) == said


def test_whatever_a_disk_refuses_is_an_answer_too(workshop: Workshop, drop: Path) -> None:
    def refused() -> None:
        raise OSError(5, "Input/output error")

    root = workshop.installed("1.0")
    ask(drop, Request(ONE, What.RETURN))

    answer = carry_out(root, drop, Ways(refused, lambda _version: None))

    assert answer is not None
    assert (answer.id, answer.code, answer.version) == (ONE, "upgrade.disk", "1.0")


def test_an_open_shift_is_an_answer_too(workshop: Workshop, drop: Path) -> None:
    def shift_open() -> None:
        raise DeskError("upgrade.shift_open")

    root = workshop.installed("1.0")
    ask(drop, Request(ONE, What.RETURN))

    answer = carry_out(root, drop, Ways(shift_open, lambda _version: None))

    assert answer is not None
    assert answer.code == "upgrade.shift_open"


def _link(path: Path) -> None:
    secret = path.parent.parent / "secret"
    secret.write_text(json.dumps({"format": 1, "id": ONE, "what": "apply"}))
    path.symlink_to(secret)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "a link": _link,
    "a pipe": os.mkfifo,
    "too long": lambda path: path.write_text(
        json.dumps({"format": 1, "id": ONE, "what": "apply", "x": "x" * 20_000})
    ),
    "no JSON": lambda path: path.write_bytes(b"\xff\x00"),
    "nested": lambda path: path.write_text("[" * 9_000),
    "a path": lambda path: path.write_text(
        json.dumps({"format": 1, "id": "../../../../etc", "what": "apply"})
    ),
    "another act": lambda path: path.write_text(json.dumps({"format": 1, "id": ONE, "what": "erase"})),
    "another format": lambda path: path.write_text(json.dumps({"format": 2, "id": ONE, "what": "apply"})),
    "a list": lambda path: path.write_text("[]"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_request_is_taken_away_and_answered(kind: str, workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    HOSTILE[kind](drop / "request.json")

    answer = carry_out(root, drop, ways())

    assert answer is not None
    assert (answer.id, answer.code) == ("", "upgrade.bad_request")
    assert list(drop.iterdir()) == []
    assert take(drop) is None


def test_a_folder_in_place_of_the_request_is_left_to_whoever_made_it(workshop: Workshop, drop: Path) -> None:
    root = workshop.installed("1.0")
    (drop / "request.json" / "deep").mkdir(parents=True)

    answer = carry_out(root, drop, ways())

    assert answer is not None
    assert answer.code == "upgrade.bad_request"
    assert (drop / "request.json" / "deep").is_dir()


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"id": 1}', '{"at": "never"}', "\udcff"])
def test_an_answer_that_cannot_be_read_is_none(body: str, workshop: Workshop) -> None:
    root = workshop.installed("1.0")
    assert read_answer(root) is None
    (root.path / ANSWER).write_bytes(body.encode(errors="surrogateescape"))

    assert read_answer(root) is None
