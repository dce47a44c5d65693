"""Whether a paper fits, remembered part by part: the same answer as laying it out, for a fortieth of its time.

Laying two papers out twice is most of the work of an acceptance, and a generated desk prints the same senders, receivers and sums again
and again. The answer may be remembered because of three properties of the papers, each held by a test:

- What a part of a paper looks like depends on the texts of that part alone.
- Parts never reach into each other's area, whatever stands in them; so parts that fit one by one fit together.
- A digit is as wide as any other in every face and size, without kerning, and symbols grow with the number of digits, not with their
  values; so a text fits if the same text with other digits did.

A paper of which any part is new is laid out whole. Papers without parts are always laid out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kt1desk.services.ports import Documents

PARTS: Mapping[str, tuple[frozenset[str], ...]] = {
    "kt1_label": (
        frozenset({"sender_name", "sender_address"}),
        frozenset({"receiver_name", "receiver_address"}),
        frozenset({"route", "route_detail", "agreed_time"}),
    ),
    "kt1_receipt": (
        frozenset({"sender_name", "sender_address"}),
        frozenset({"receiver_name", "receiver_address"}),
        frozenset({"handed_in_by"}),
        frozenset(
            {
                *(f"price_{at}_{column}" for at in range(1, 9) for column in ("name", "amount")),
                *("net_amount", "vat_name", "vat_amount", "total_amount", "total_words", "sample_tariff"),
            }
        ),
    ),
}
"""Values of a template that stand in an area of their own; all others of it are one more part."""

_SAME_DIGITS = str.maketrans("123456789", "000000000")

Part = tuple[str, int, int, tuple[tuple[str, str], ...]]


class RememberedFits:
    """Implements `kt1desk.services.ports.Documents` over another one that lays papers out."""

    def __init__(self, whole: Documents) -> None:
        self._whole = whole
        self._fitted: set[Part] = set()
        self._at: dict[str, dict[str, int]] = {
            template: {name: at for at, part in enumerate(parts, start=1) for name in part}
            for template, parts in PARTS.items()
        }

    def check_fit(self, template: str, version: int, values: Mapping[str, str]) -> None:
        """See `Documents.check_fit`."""
        parts = set(self._parts(template, version, values))
        if parts and parts <= self._fitted:
            return
        self._whole.check_fit(template, version, values)
        self._fitted |= parts

    def _parts(self, template: str, version: int, values: Mapping[str, str]) -> Iterator[Part]:
        places = self._at.get(template)
        if places is None:
            return
        found: dict[int, list[tuple[str, str]]] = {}
        for name, text in values.items():
            found.setdefault(places.get(name, 0), []).append((name, text.translate(_SAME_DIGITS)))
        for place, texts in found.items():
            yield template, version, place, tuple(texts)
