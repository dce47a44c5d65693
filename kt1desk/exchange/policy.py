"""Which ways the events of a desk may go, by what the province put into its desk file and what was approved since.

The file's ways are those of the KT1 register; over the network it goes only once an administrator entered the written approval besides
(`line.allowed`), and no more once he closed the line. A desk whose register must stay off the network still sends its dossiers, shifts and
cash over it: the other stream names no item and no party of one. A desk for trying out has no way at all.

This module must not know how anything travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.exchange.trust import refuse_trial
from kt1desk.services.ports import Reader

_COUNTER_WAYS = frozenset(Transport)
_REFUSED: Mapping[Transport, str] = MappingProxyType(
    {
        Transport.NETWORK: "exchange.no_network",
        Transport.BUNDLE: "exchange.no_bundle",
        Transport.PAPER: "exchange.no_paper",
    }
)


def ways_of(reader: Reader, stream: Stream) -> frozenset[Transport]:
    """The ways a stream may go now.

    Raises:
        DeskError: ``store.no_desk``.
    """
    opened = opening(reader)
    if opened.id.device == 0:
        return frozenset()
    if stream is Stream.COUNTER:
        return _COUNTER_WAYS
    line = reader.kt1_line()
    closed = frozenset() if line is not None and line.allowed else frozenset({Transport.NETWORK})
    return file_ways(opened) - closed


def file_ways(opened: Event) -> frozenset[Transport]:
    """The ways of the KT1 register that the desk file allows, by the first event of its desk; none for a trial desk."""
    told = opened.body().get("transports", ())
    return frozenset(
        way for way in Transport if opened.id.device and isinstance(told, list) and way.value in told
    )


def require_way(reader: Reader, way: Transport, stream: Stream = Stream.KT1) -> None:
    """Refuse a way that this desk's file does not allow, or that nobody approved.

    Raises:
        DeskError: ``store.no_desk``, ``trust.trial_desk``, ``exchange.no_network``, ``exchange.no_bundle``, ``exchange.no_paper``;
            ``exchange.no_approval`` where the file allows the network and the written approval is not entered.
    """
    opened = opening(reader)
    refuse_trial(opened.id.device)
    if way in ways_of(reader, stream):
        return
    raise DeskError("exchange.no_approval" if way in file_ways(opened) else _REFUSED[way])


def province_key(reader: Reader) -> bytes:
    """The key that signed this desk's file, 32 bytes: whose key lists are believed.

    Raises:
        DeskError: ``store.no_desk``, ``trust.trial_desk``.
    """
    opened = opening(reader)
    refuse_trial(opened.id.device)
    return bytes.fromhex(str(opened.body()["province"]))


def opening(reader: Reader) -> Event:
    """The first event of the desk: who it is.

    Raises:
        DeskError: ``store.no_desk``.
    """
    desk = reader.desk()
    opened = reader.event(EventId(desk.device, Stream.COUNTER, desk.incarnation, 1)) if desk else None
    if opened is None:
        raise DeskError("store.no_desk")
    return opened
