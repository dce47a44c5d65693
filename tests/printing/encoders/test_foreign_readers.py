"""ESC/POS and TSPL against programs of others, which run on Node: not a dot differs. Installed by the test itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kt1desk.printing.encoders import escpos, tspl
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.tiles import rows_of
from kt1desk.printing.raster import Raster
from tests.printing.encoders.pictures import PAPERS, options, paper

pytestmark = pytest.mark.soak
_PACKAGES = ("npos@0.1.19", "label-printer@0.13.10")
_SCRIPTS = Path(__file__).parent / "foreign"


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the packages; kept between runs where the long tests have a folder of their own."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("needs Node and npm")
    kept = os.environ.get("KT1DESK_SOAK_DIR", "")
    folder = (Path(kept) if kept else tmp_path_factory.mktemp("soak")) / "node"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder), *_PACKAGES],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder / "node_modules"


def _run(modules: Path, script: str, given: Path, made: Path) -> None:
    environment = {**os.environ, "NODE_PATH": str(modules)}
    command = ["node", str(_SCRIPTS / script), str(given), str(made)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)


def _as_npos_reads(modules: Path, job: bytes, raster: Raster, folder: Path) -> list[str]:
    """Rows of dots; a blank strip is what ``ESC J`` feeds, one dot each step at 203 dpi."""
    (folder / "job").write_bytes(job)
    _run(modules, "read_escpos.cjs", folder / "job", folder / "commands")
    commands = json.loads((folder / "commands").read_text(encoding="ascii"))
    rows = list[str]()
    for command in commands:
        if command["name"] == "ESC J":
            rows += [""] * command["parameter"]
        rows += command.get("rows", [])
    assert [command["name"] for command in commands][:2] == ["ESC @", "GS P"]
    assert commands[-1]["name"] == "GS V"
    return [row.ljust(raster.row_bytes * 8, "0") for row in rows]


@pytest.mark.parametrize("coding", [GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES])
@pytest.mark.parametrize("document", PAPERS)
def test_npos_reads_every_dot_of_an_escpos_paper(
    modules: Path, document: str, coding: GraphicCoding, tmp_path: Path
) -> None:
    raster = paper(document)

    read = _as_npos_reads(modules, escpos.encode(raster, options(coding, raster)), raster, tmp_path)

    size = raster.row_bytes * 8
    assert read == [f"{int.from_bytes(row, 'big'):0{size}b}" for row in rows_of(raster)]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", PAPERS)
def test_label_printer_writes_the_same_bitmap_to_the_last_bit(
    modules: Path, document: str, dpi: int, tmp_path: Path
) -> None:
    raster = paper(document, dpi)
    raster.image().convert("L").save(tmp_path / "label.png")

    _run(modules, "write_tspl.cjs", tmp_path / "label.png", tmp_path / "command")

    foreign = re.match(rb"BITMAP 0, ?0,(\d+),(\d+),0,", (tmp_path / "command").read_bytes())
    assert foreign
    assert (int(foreign[1]), int(foreign[2])) == (raster.row_bytes, raster.height_dots)
    data = (tmp_path / "command").read_bytes()[foreign.end() :][: len(raster.bits)]
    assert data == _sent(tspl.encode(raster, options(GraphicCoding.TSPL_WHOLE, raster)))


def _sent(job: bytes) -> bytes:
    """The data of all bitmaps of a job, one after the other."""
    data, head = b"", re.compile(rb"BITMAP 0,\d+,(\d+),(\d+),0,")
    at = head.search(job)
    while at:
        size = int(at[1]) * int(at[2])
        data += job[at.end() :][:size]
        at = head.search(job, at.end() + size)
    return data
