"""Which printer is this, asked so that nothing happens: no paper moves, nothing is cut, restarted or kept.

Never asked: ``DLE ENQ`` and ``DLE DC4`` (they restart, cut, open drawers), ``ESC ! R`` (restarts), anything with an end of line (feeds an
ESC/POS printer), ``^HV`` (needs a label). What an ESC/POS printer may have taken for text or for a way of writing is dropped by ``ESC @``,
and a TSPL printer drops it with the end of line that every job begins with.

Silence is an answer too: most printers that cannot say anything print well. And a serial port may be a scale or a scanner: whoever speaks
unasked, or answers otherwise than a printer would, is left alone at once, and nothing of what it said is kept, for it may name a person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.dialects import escpos, tspl, zpl
from kt1desk.printing.dialects.talk import token_of
from kt1desk.printing.ports.base import Port
from kt1desk.printing.profile import Language

BAUDS: Final = (115200, 9600, 19200, 38400)
"""The fast one this desk sets printers to; 9600, which many leave the factory with; then the others in use."""
ANSWER_S: Final = 0.4
"""Longer than a printer thinks, and than the 80 bytes of ``~HS`` take at 9600 baud."""
_MORE_S: Final = 0.06
_MOST: Final = 256
"""Bytes: no answer of a printer is longer, and whoever goes on is not waited for."""
_LONGEST_TSPL: Final = 8
"""Four letters between STX, ETX, CR and LF."""
_SHOWN: Final = 8
"""Bytes shown as they came; a longer answer is told by its length."""
_DLE_EOT: Final = escpos.questions()[0][0]
_GS_R: Final = escpos.fence(Fence.GS_R, b"")
_INITIALISE: Final = b"\x1b@"
_XON_XOFF: Final = b"\x11\x13"
_TOKEN: Final = token_of("probe")


@dataclass(frozen=True, slots=True)
class Probed:
    """What was heard.

    Attributes:
        language: which the answers belong to; None where nothing answered, or something that is no printer we know.
        baud: the speed of the answers, 0 where there is none.
        status: how the printer tells its condition.
        fence: how it confirms a job, as far as that can be tried without paper.
        said: a line for each question that was answered.
        is_other: something answered, or spoke unasked, that is no printer we know.
    """

    language: Language | None = None
    baud: int = 0
    status: StatusWay = StatusWay.NONE
    fence: Fence = Fence.NONE
    said: tuple[str, ...] = ()
    is_other: bool = False


class _OtherError(Exception):
    """What is there is no printer we know, and is asked no more."""


def probe(
    port_at: Callable[[int], Port],
    bauds: Sequence[int] = BAUDS,
    *,
    is_roll: bool = False,
    answer_s: float = ANSWER_S,
) -> Probed:
    """Ask at one speed after the other until something answers.

    Args:
        port_at: makes the port for a speed, not yet open and without flow control: a printer that holds it back could not be asked.
        bauds: the speeds to try; ``(0,)`` where speed has no meaning.
        is_roll: the printer is wanted for receipts. Many Chinese label printers speak ESC/POS too; for labels TSPL goes first.
        answer_s: how long an answer is waited for; silence at all four speeds takes sixteen times as long.

    Raises:
        PortError: what the port says when it is opened, or when it is gone in the middle.
    """
    for baud in bauds:
        port = port_at(baud)
        port.open()
        try:
            if not port.hears:
                return Probed()
            found = _Questions(port, baud, answer_s).ask(is_roll=is_roll)
        finally:
            port.close()
        if found.language is not None or found.is_other:
            return found
    return Probed()


@dataclass(slots=True)
class _Questions:
    """One round of questions at one speed."""

    port: Port
    baud: int
    answer_s: float
    said: list[str] = field(default_factory=list)

    def ask(self, *, is_roll: bool) -> Probed:
        """The round, and what it came to."""
        try:
            if self._speaks_unasked():
                raise _OtherError
            found = self._known(is_roll=is_roll)
        except _OtherError:
            return Probed(said=tuple(self.said), is_other=True)
        return replace(found, baud=self.baud if found.language else 0, said=tuple(self.said))

    def _known(self, *, is_roll: bool) -> Probed:
        is_escpos = self._answers_in_real_time()
        if is_escpos and is_roll:
            return self._escpos()
        is_tspl = self._answers_as_tspl()
        is_zpl = self._answers_as_zpl(may=not is_tspl)
        if is_zpl:
            return Probed(Language.ZPL, status=StatusWay.HS)
        if is_tspl:
            return Probed(Language.TSPL, status=StatusWay.ESC_Q)
        if is_escpos:
            return self._escpos()
        # A printer that is deaf may have read all of it; ESC @ drops what it holds and writes as it was switched on.
        self._send(_INITIALISE)
        return Probed()

    def _speaks_unasked(self) -> bool:
        """A scale that goes on and on, a scanner at work. A printer may be telling its state: that is no speech."""
        heard = self._heard(self.answer_s)
        if not heard or _is_state_alone(heard):
            return False
        self.said.append(f"{self._speed()}tự gửi {len(heard)} byte khi chưa hỏi")
        return True

    def _answers_in_real_time(self) -> bool:
        """Asked twice: one byte alone may be chance, and some scales answer anything with a byte."""
        return self._answers_twice("DLE EOT 1", _DLE_EOT, _is_one_real_time)

    def _answers_as_tspl(self) -> bool:
        return self._answers_twice("ESC ! ?", tspl.QUESTION, _is_tspl_state)

    def _answers_twice(self, name: str, question: bytes, fits: Callable[[bytes], bool]) -> bool:
        """Whether a printer of this language is there; silence is none, and any other answer is no printer's."""
        heard = self._answer(name, question)
        if not heard:
            return False
        if not fits(heard) or not fits(self._answer(name, question)):
            raise _OtherError
        return True

    def _answers_as_zpl(self, *, may: bool) -> bool:
        """Also what tells a TSPL printer from whoever answers everything: it has no answer to this."""
        heard = self._answer("~HS", zpl.QUESTION)
        if heard and (not may or zpl.condition_of(heard) is None):
            raise _OtherError
        return bool(heard)

    def _escpos(self) -> Probed:
        """What else an ESC/POS printer can do. It is switched back to silence, and forgets what it took for text."""
        self._send(_INITIALISE)
        block = self._answer("GS a", escpos.ASB_ON)
        status = StatusWay.ASB if escpos.sort_out(block, asb=True).blocks else StatusWay.DLE_EOT
        self._send(escpos.ASB_OFF)
        self._heard(_MORE_S)
        fence = Fence.NONE
        if escpos.confirms(Fence.GS_R, self._answer("GS r 1", _GS_R), b""):
            fence = Fence.GS_R
        completed = self._answer("GS ( H", escpos.fence(Fence.GS_H, _TOKEN))
        if escpos.confirms(Fence.GS_H, completed, _TOKEN):
            fence = Fence.GS_H
        self._send(_INITIALISE)
        return Probed(Language.ESCPOS, status=status, fence=fence)

    def _answer(self, name: str, question: bytes) -> bytes:
        self._send(question)
        heard = self._heard(self.answer_s)
        if heard:
            shown = (
                heard.hex(" ") if len(heard) <= _SHOWN and not _reads_as_text(heard) else f"{len(heard)} byte"
            )
            self.said.append(f"{self._speed()}{name} → {shown}")
        return heard

    def _heard(self, wait_s: float) -> bytes:
        """Everything until it is quiet again."""
        heard = self.port.receive(wait_s)
        while heard and len(heard) < _MOST:
            more = self.port.receive(_MORE_S)
            if not more:
                break
            heard += more
        return heard

    def _send(self, data: bytes) -> None:
        self.port.send(data, _unwatched)

    def _speed(self) -> str:
        return f"{self.baud} bit/giây · " if self.baud else ""


def _is_state_alone(heard: bytes) -> bool:
    """Nothing but blocks a printer sends by itself: it was told to before."""
    said = escpos.sort_out(heard, asb=True)
    return bool(said.blocks) and len(said.blocks) * 4 + len(said.real_time) == len(_without_flow(heard))


def _is_one_real_time(heard: bytes) -> bool:
    """One byte with the bits of an answer to ``DLE EOT``, and beside it nothing but blocks a printer sends by itself."""
    said = escpos.sort_out(heard, asb=True)
    return len(said.real_time) == 1 and len(said.blocks) * 4 + 1 == len(_without_flow(heard))


def _is_tspl_state(heard: bytes) -> bool:
    """A byte of flags, or four letters: what is longer is a line of something else, what is the question itself an echo."""
    spoken = _without_flow(heard)
    return (
        0 < len(spoken) <= _LONGEST_TSPL and spoken != tspl.QUESTION and tspl.condition_of(spoken) is not None
    )


def _without_flow(heard: bytes) -> bytes:
    return bytes(byte for byte in heard if byte not in _XON_XOFF)


def _reads_as_text(heard: bytes) -> bool:
    """A scanner's or a scale's line: not to be shown."""
    return len(heard) > 1 and all(0x20 <= byte < 0x7F or byte in b"\r\n\t" for byte in heard)


def _unwatched(_sent: int) -> None:
    """A question is a few bytes: nobody watches how they go out."""
