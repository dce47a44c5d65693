"""ZPL II: the whole label as one graphic field.

The graphic is one ``^GFA`` at the origin; 1 is black, as in the raster. Text and bars are never left to the printer:
the built-in font has no Vietnamese letters. Source: Zebra ZPL II Programming Guide, ^GF and "Alternative Data
Compression Scheme".
"""

import base64
import binascii
import zlib
from itertools import groupby

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.raster import Raster

RESYNC = b"~JA\r\n^XA^XZ\r\n"
"""After a job that broke off: ``~`` is seen even inside graphic data, ~JA drops all half-read formats."""
_TWENTIES = "ghijklmnopqrstuvwxyz"
_ONES = "GHIJKLMNOPQRSTUVWXY"


def _z64(raster: Raster) -> bytes:
    """zlib, base64 and a CRC-16 (polynomial 1021, start 0) over the base64 text."""
    # Level 9 finds not one byte more in a label and takes almost three times as long (docs/measurements.md).
    packed = base64.b64encode(zlib.compress(raster.bits, 8))
    return b":Z64:" + packed + b":%04X" % binascii.crc_hqx(packed, 0)


def _repeat(count: int) -> str:
    """Repeat counts: G…Y is 1…19, g…z is 20…400, added up."""
    text = _TWENTIES[-1] * (count // 400)
    count %= 400
    if count >= 20:
        text += _TWENTIES[count // 20 - 1]
    if count % 20:
        text += _ONES[count % 20 - 1]
    return text


def _acs_row(row: bytes) -> str:
    """One row of hex digits, runs counted, the tail of zeros or ones cut short with ``,`` or ``!``."""
    digits = row.hex().upper()
    tail = ""
    for mark, digit in ((",", "0"), ("!", "F")):
        kept = digits.rstrip(digit)
        if len(kept) < len(digits):
            digits, tail = kept, mark
            break
    parts: list[str] = []
    for digit, run in groupby(digits):
        count = len(list(run))
        parts.append(digit * count if count < 3 else _repeat(count) + digit)
    return "".join(parts) + tail


def _acs(raster: Raster) -> bytes:
    """Rows of run-length hex; ``:`` repeats the row above."""
    size = raster.row_bytes
    rows = [raster.bits[at : at + size] for at in range(0, len(raster.bits), size)]
    written = [":" if index and row == rows[index - 1] else _acs_row(row) for index, row in enumerate(rows)]
    return "".join(written).encode()


def encode(raster: Raster, job: EncodeOptions) -> bytes:
    """One label, one copy.

    Args:
        raster: the picture.
        job: ``ZPL_Z64`` or ``ZPL_ACS``, and the printer settings to state.

    Raises:
        DeskError: ``printer.coding`` for a coding of another language.
    """
    if job.coding is GraphicCoding.ZPL_Z64:
        data = _z64(raster)
    elif job.coding is GraphicCoding.ZPL_ACS:
        data = _acs(raster)
    else:
        raise DeskError("printer.coding", "coding", coding=job.coding.value)
    total = len(raster.bits)
    # The second number is the count of bytes sent for binary, of bytes drawn for the ASCII forms.
    head = b"^XA^PW%d^LL%d^LH0,0" % (raster.width_dots, raster.height_dots)
    if job.speed_ips:
        head += b"^PR%d" % job.speed_ips
    if job.density >= 0:
        head += b"~SD%02d" % min(30, job.density * 2)
    graphic = b"^FO0,0^GFA,%d,%d,%d," % (total, total, raster.row_bytes)
    return head + graphic + data + b"^FS^PQ1,0,1,N^XZ\r\n"
