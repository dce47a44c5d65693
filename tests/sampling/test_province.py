"""A folder of samples: made once, gone on with where it was cut off, never mixed with anything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.sampling.manifest import NAME, Manifest, read_manifest
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.plan import points_of
from kt1desk.sampling.province import Made, Part, make_province
from tests.support.desks import sample_reference

ORDER = SampleOrder(seed=3, points=4, last_day=date(2026, 11, 20), days=2, items=40)
WANTED = Manifest(ORDER, 1, "0001", "0.1")
POINTS = points_of(ORDER, sample_reference())


class Hands:
    """Makes desks of one file, and can be stopped after some of them."""

    def __init__(self, stop_after: int = 99) -> None:
        self.made: list[str] = []
        self.stop_after = stop_after

    def __call__(self, parts: Sequence[Part]) -> Iterable[Made]:
        for part in parts:
            part.folder.mkdir()
            (part.folder / "begun").touch()
            if len(self.made) == self.stop_after:
                raise DeskError("disk.full")
            self.made.append(part.folder.name)
            yield Made(part, {"ItemBrought": 10})


def test_each_point_gets_a_folder_and_the_manifest_says_what_came_of_it(tmp_path: Path) -> None:
    hands = Hands()

    manifest, made = make_province(tmp_path / "out", WANTED, POINTS, hands)

    assert made
    assert hands.made == [point.point.code for point in POINTS]
    assert manifest.counts == {"ItemBrought": 40}
    assert read_manifest(tmp_path / "out") == manifest


def test_the_same_order_again_makes_nothing(tmp_path: Path) -> None:
    first, _ = make_province(tmp_path, WANTED, POINTS, Hands())
    hands = Hands()

    again, made = make_province(tmp_path, WANTED, POINTS, hands)

    assert not made
    assert not hands.made
    assert again == first


@pytest.mark.parametrize(
    "other",
    [
        replace(WANTED, order=replace(ORDER, seed=4)),
        replace(WANTED, schema="0002"),
        replace(WANTED, program="0.2"),
        replace(WANTED, plan=2),
    ],
)
def test_a_folder_with_other_work_is_refused_and_left_alone(tmp_path: Path, other: Manifest) -> None:
    make_province(tmp_path, WANTED, POINTS, Hands())
    before = (tmp_path / NAME).read_bytes()

    with pytest.raises(DeskError) as refused:
        make_province(tmp_path, other, POINTS, Hands())

    assert refused.value.code == "sample.other_there"
    assert (tmp_path / NAME).read_bytes() == before


def test_a_folder_that_holds_anything_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("mine", encoding="utf-8")

    with pytest.raises(DeskError) as refused:
        make_province(tmp_path, WANTED, POINTS, Hands())

    assert refused.value.code == "sample.folder_taken"
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]


def test_what_was_cut_off_is_gone_on_with_and_the_half_made_desk_is_made_anew(tmp_path: Path) -> None:
    with pytest.raises(DeskError):
        make_province(tmp_path, WANTED, POINTS, Hands(stop_after=2))
    (tmp_path / POINTS[2].point.code / "left over").touch()
    rest = Hands()

    manifest, made = make_province(tmp_path, WANTED, POINTS, rest)

    assert made
    assert rest.made == [point.point.code for point in POINTS[2:]]
    assert manifest.counts == {"ItemBrought": 40}
    assert not (tmp_path / POINTS[2].point.code / "left over").exists()


def test_a_manifest_that_cannot_be_read_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{", encoding="utf-8")

    with pytest.raises(DeskError) as refused:
        make_province(tmp_path, WANTED, POINTS, Hands())

    assert refused.value.code == "sample.manifest_damaged"
