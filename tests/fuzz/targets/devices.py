"""What comes over a cable: lines of a serial scanner, keys of a wedge scanner, cards, weights, answers of printers."""

from __future__ import annotations

from kt1desk.devices.keys import Key, KeyKind
from kt1desk.devices.scale import ScaleLog
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.devices.serial_lines import LineSplitter, is_code
from kt1desk.devices.serial_scanner import scan_text
from kt1desk.devices.wedge import Recogniser
from kt1desk.domain.identity import parse_card
from kt1desk.printing.capabilities import Capabilities, Fence, StatusWay
from kt1desk.printing.dialects import talk
from tests.fuzz.target import Layer, Target
from tests.fuzz.targets.papers import PARTS

CARD = "020090001234|081234567|Hoàng Văn Thụ|15081990|Nam|Thôn Tràng Sơn 2, xã Vũ Lăng, Lạng Sơn|02102021"
CARD_WOMAN = "020301004321||Nông Thị Lan|00001901|Nữ|Khu An Ninh, xã Hữu Lũng"
_SCANS = (
    "ME473124829VN",
    "ME473124829VN 7.1.1.4000",
    "TUI00000001",
    "NP0012345",
    "H37.20-261123-0001",
    "000.20.37.H37-261123-0001",
)
_SCAN_WORDS = (b"|", b"ME", b"VN", b"TUI", b"NP", b"H37", b"-", b".", b"\r\n", b"\r", b"K1\x01", b"0" * 12)


def _lines(data: bytes) -> None:
    """A stream as it comes in pieces, then each line as a page gets it."""
    splitter = LineSplitter()
    cut = len(data) // 3
    for line in (*splitter.feed(data[:cut]), *splitter.feed(data[cut:]), *splitter.quiet()):
        if not is_code(line):
            _scan(line)


def _scan(line: bytes) -> None:
    scan = classify(scan_text(line))
    if scan.kind is Shape.CARD:
        parse_card(scan.raw)


def _line_seeds() -> list[bytes]:
    texts = [f"{text}\r\n".encode() for text in (*_SCANS, CARD, CARD_WOMAN)]
    return [
        *texts,
        CARD.encode("utf-8") + b"\r",
        b"".join(texts),
        PARTS[0] + b"\r\n",
        PARTS[0][:60] + b"\n" + PARTS[1] + b"\r",
    ]


_KINDS = (
    KeyKind.CHARACTER,
    KeyKind.CHARACTER,
    KeyKind.CHARACTER,
    KeyKind.END,
    KeyKind.ERASE,
    KeyKind.RELEASE,
    KeyKind.OTHER,
)


_MOST_KEYS = 15
"""Each key is held against every shape: longer bursts cost a millisecond each, and a test of the recogniser's own has them."""


def _wedge(data: bytes) -> None:
    """Two bytes a key: what it is and how quickly it came after the one before."""
    recogniser, at_ms = Recogniser(), 0.0
    for at in range(0, min(len(data) - 1, _MOST_KEYS * 2), 2):
        sign, way = data[at], data[at + 1]
        at_ms += (way & 0x1F) * (1 if way & 0x20 else 3)
        plain = 32 <= sign < 127
        kind = KeyKind.CHARACTER if plain and way & 0xC0 != 0xC0 else _KINDS[sign % len(_KINDS)]
        key = Key(
            at_ms,
            kind,
            chr(sign) if kind is KeyKind.CHARACTER else "",
            bool(way & 0x40),
            way & 0xC0 == 0x80,
            at,
        )
        verdict = recogniser.feed(key)
        if verdict.code:
            _scan(verdict.code.encode())
    recogniser.expire(at_ms + 1_000)


def _typed(text: str) -> bytes:
    return b"".join(bytes((ord(sign), 0x21)) for sign in text) + b"\x03\xc1"


def _wedge_seeds() -> list[bytes]:
    return [_typed(text) for text in (*_SCANS, "020090001234|081234567|HOANG VAN THU|15081990|NAM|VU LANG")]


def _card(data: bytes) -> None:
    parse_card(data.decode("utf-8", "replace"))


_WEIGHTS = (
    *(
        b"ST,+00123.45  g",
        b"US,-00000.10  g",
        b"ST,GS,+  0.234kg",
        b"S S     100.00 g",
        b"S D    1.5 kg",
        b"   340 g",
        b"OL,+9999999",
        b"S I",
    ),
    b"\x02\x2c\x30\x20001234000000\r",
)
_WEIGHT_WORDS = (
    b"ST",
    b"US",
    b"GS",
    b"NT",
    b"kg",
    b"g",
    b"+",
    b"-",
    b".",
    b",",
    b"\x02",
    b"S ",
    b"OL",
    b"lb",
    b"9" * 40,
)


def _scale(data: bytes) -> None:
    log = ScaleLog(lambda: 0)
    for line in LineSplitter().feed(data + b"\r\n"):
        log.hear(line)
    readout = log.readout()
    if readout.weighing is not None:
        readout.resting_g()


_TOKEN = b"ABCd"
_EVERY = 7
_WAYS = tuple(StatusWay)
_ABILITIES = tuple(Capabilities(fence, status) for fence in Fence for status in StatusWay)


def _printer(data: bytes) -> None:
    for way in _WAYS[len(data) % 2 :: 2]:
        talk.unasked(way, data)
        for question in talk.questions(way):
            question.read(data)
    for can in _ABILITIES[len(data) % _EVERY :: _EVERY]:
        talk.confirms(can, data, _TOKEN)


def _answers() -> list[bytes]:
    hs = b"\x02014,0,0,0300,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,1,1,2,4,0,00000000,1,000\x03\r\n\x020000,0\x03\r\n"
    return [
        b"\x12",
        b"\x16\x1e\x72",
        b"\x10\x00\x00\x00",
        b"7\x22ABCd\0",
        hs,
        b"\x00",
        b"\x05",
        b"ABCd\r\n",
        b"\x14\x00\x00\x0f" * 3,
    ]


_HS_WORDS = (b"\x02", b"\x03", b"\r\n", b",", b"7\x22", b"\0", b"\x10", b"\x14", b"\x12", _TOKEN, b"030,0,0")

TARGETS = (
    Target("serial_lines", (Layer("line", _line_seeds, _lines, _SCAN_WORDS),)),
    Target(
        "wedge_scans",
        (Layer("keys", _wedge_seeds, _wedge, (b"\x03\xc1", b"\x04\xc1", b"|\x21", b"V\x21N\x21")),),
    ),
    Target(
        "card_qr",
        (
            Layer(
                "text",
                lambda: [CARD.encode(), CARD_WOMAN.encode()],
                _card,
                (b"|", b"||", b"00", b"Nam", "Nữ".encode()),
            ),
        ),
    ),
    Target("scale_lines", (Layer("line", lambda: _WEIGHTS, _scale, _WEIGHT_WORDS),)),
    Target("printer_answers", (Layer("heard", _answers, _printer, _HS_WORDS),)),
)
