"""What a scanner reads from the 2D codes of a paper, drawn by poppler as a laser printer draws it; no code here made them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

_RENDER_WAIT_S = 60
_SHOWS_DPI = 300


def paper_codes(file: Path) -> list[bytes]:
    """What a scanner reads from the 2D codes of a paper: every page drawn by poppler at 300 dpi, every part of a dispatch on it."""
    return [code.bytes for picture in pages_drawn(file) for code in read_codes(picture)]


def pages_drawn(file: Path) -> list[Image.Image]:
    """The pages of a file as a laser printer draws them."""
    with TemporaryDirectory() as folder:
        words = ("pdftoppm", "-r", str(_SHOWS_DPI), "-gray", "-png", str(file), f"{folder}/page")
        subprocess.run(words, check=True, capture_output=True, timeout=_RENDER_WAIT_S)
        return [Image.open(BytesIO(page.read_bytes())) for page in sorted(Path(folder).glob("*.png"))]


def read_codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes on a page, as somebody scans them: from the top left on."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(picture, formats=formats)
    return sorted(found, key=lambda code: (code.position.top_left.y // 100, code.position.top_left.x))
