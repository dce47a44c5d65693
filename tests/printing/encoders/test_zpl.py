"""ZPL, rendered by zplkit, which shares no code with ours."""

from __future__ import annotations

import re

import pytest
import zplkit
from hypothesis import given
from hypothesis import strategies as st
from zplkit.rendering import Limits, RenderError

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import zpl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.estimates import wire_seconds
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.encoders.pictures import PAPERS, rasters
from tests.printing.samples import DOCUMENTS, LABEL

_CODINGS = [GraphicCoding.ZPL_Z64, GraphicCoding.ZPL_ACS]


def _encoded(document: str, coding: GraphicCoding, dpi: int = 203) -> tuple[Raster, bytes]:
    name, values = DOCUMENTS[document]
    raster = rasterise(layout_of(name, 1, values), dpi)
    return raster, zpl.encode(raster, EncodeOptions(coding, 100, 60))


def _rendered(job: bytes, raster: Raster) -> bytes:
    """Black dots as zplkit sees them, one byte a dot, 1 is black; it knows no ^PQ."""
    options = zplkit.Options(width=raster.width_dots, height=raster.height_dots, dpi=raster.dpi)
    limits = Limits(graphic_bytes=4_000_000)
    document = zplkit.render(re.sub(rb"\^PQ[0-9,N]+", b"", job), options, limits=limits)
    (label,) = document.labels
    picture = label.rasterize()
    return bytes(level < 128 for level in picture.pixels)


def _dots(raster: Raster) -> bytes:
    return bytes(level < 128 for level in raster.image().convert("L").tobytes())


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", _CODINGS)
@pytest.mark.parametrize("document", PAPERS)
def test_a_label_is_rendered_dot_for_dot(document: str, coding: GraphicCoding, dpi: int) -> None:
    raster, job = _encoded(document, coding, dpi)

    rendered = _rendered(job, raster)

    assert rendered == _dots(raster)


@given(rasters(), st.sampled_from(_CODINGS))
def test_any_picture_is_rendered_dot_for_dot(raster: Raster, coding: GraphicCoding) -> None:
    job = zpl.encode(raster, EncodeOptions(coding, 10, 5))

    assert _rendered(job, raster) == _dots(raster)


@pytest.mark.parametrize(
    "damage",
    [
        lambda job: job[:2000] + (b"A" if job[2000:2001] != b"A" else b"B") + job[2001:],
        lambda job: job[:3000] + job[3010:],
        lambda job: job[:4000] + b"^FS^XZ",
    ],
    ids=["a letter changed", "ten letters lost", "cut short"],
)
def test_a_damaged_graphic_is_refused_instead_of_printed(damage: object) -> None:
    raster, job = _encoded("label", GraphicCoding.ZPL_Z64)
    assert callable(damage)

    with pytest.raises(RenderError):
        _rendered(damage(job), raster)


def test_a_label_takes_less_than_a_second_of_wire_at_115200_baud() -> None:
    _, z64 = _encoded("label", GraphicCoding.ZPL_Z64)
    _, acs = _encoded("label", GraphicCoding.ZPL_ACS)

    assert wire_seconds(len(z64), 115200) < 1.0
    assert len(acs) < 27_000


@pytest.mark.parametrize("count", [1, 2, 3, 19, 20, 21, 39, 40, 399, 400, 401, 419, 820, 1300])
def test_a_run_of_any_length_is_counted_right(count: int) -> None:
    digits = "A" * count + "5" * (2600 - count)
    raster = Raster(2600 * 4, 1, 203, bytes.fromhex(digits))

    job = zpl.encode(raster, EncodeOptions(GraphicCoding.ZPL_ACS, 100, 60))

    assert _rendered(job, raster) == _dots(raster)


def test_settings_of_the_head_are_stated_only_when_given() -> None:
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    silent = zpl.encode(raster, EncodeOptions(GraphicCoding.ZPL_Z64, 100, 60))
    stated = zpl.encode(raster, EncodeOptions(GraphicCoding.ZPL_Z64, 100, 60, 3, 12, 4))

    assert silent.startswith(b"^XA^PW799^LL480^LH0,0^FO0,0^GFA,48000,48000,100,:Z64:")
    assert stated.startswith(b"^XA^PW799^LL480^LH0,0^PR4~SD24^FO0,0")
    assert silent.endswith(b"^FS^PQ1,0,1,N^XZ\r\n")


def test_a_coding_of_another_language_is_refused() -> None:
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    with pytest.raises(DeskError) as refusal:
        zpl.encode(raster, EncodeOptions(GraphicCoding.TSPL_WHOLE, 100, 60))

    assert refusal.value.code == "printer.coding"
