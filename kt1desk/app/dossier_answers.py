"""What can be chosen on the dossier page, by the reference data of the day: procedures, authorities, places, exemptions.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.dossier_needs import AuthorityAnswer, ExemptionChoice, OpenedDraft, PlaceAnswer
from kt1desk.domain.bcci import Exemption
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority, Commune, Province
from kt1desk.domain.reference_tthc import authority, exemptions_on
from kt1desk.domain.text import fold
from kt1desk.services.dossier_drafts import DossierDraft, Residence

_MOST = 8
_BY_PROCEDURE = "theo thủ tục"
_FREE = 100
_KINDS_OF_PLACE = ("xa ", "phuong ", "thi tran ", "huyen ", "thanh pho ", "tp ", "tinh ")


class DossierAnswers:
    """Looks up what a fragment or an id stands for."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def procedure(self, code: str) -> Procedure:
        """The version in force today.

        Raises:
            DeskError: ``dossier.procedure_unknown``.
        """
        with self._desk.store.read() as reader:
            row = reader.procedure(code, self._desk.today)
        if row is None:
            raise DeskError("dossier.procedure_unknown", "procedure")
        return row

    def authorities(self, text: str, procedure: str, commune: str) -> Sequence[AuthorityAnswer]:
        """Authorities for a fragment; those that a procedure names first. Without an applicant's commune the point's own counts."""
        desk = self._desk
        named = self._named(procedure)
        near = commune or desk.reference.point(desk.session.desk.point, desk.today).commune
        own = {row.authority_id for row in desk.finder.authorities("", desk.today, named, near)}
        rows = desk.finder.authorities(text, desk.today, named, near)
        return [self._authority(row, _BY_PROCEDURE if row.authority_id in own else "") for row in rows]

    def places(self, text: str) -> Sequence[PlaceAnswer]:
        """Communes of the province by their names of today and those merged into them, then other provinces."""
        words, on = fold(text).split(), self._desk.today
        if not words:
            return ()
        reference = self._desk.reference
        communes = [row for row in reference.communes if row.holds(on)]
        found = [row for row in communes if _fits(words, f"{row.full_name} {' '.join(row.old_names)}")]
        begins = fold(text)
        found.sort(key=lambda row: (not fold(row.name).startswith(begins), not _fits(words, row.name)))
        home = {row.province for row in communes}
        others = [row for row in reference.provinces if row.holds(on) and row.code not in home]
        away = [row for row in others if _fits(words, f"{row.full_name} {' '.join(row.old_names)}")]
        return [*map(_commune, found), *map(_province, away)][:_MOST]

    def place_in(self, residence: str) -> tuple[PlaceAnswer | None, str]:
        """The one commune that an address on a card names, and the address in front of it; None and all of it where several may be meant.

        Cards of before 1/7/2025 end in «xã, huyện, tỉnh», later ones in «xã, tỉnh», and some communes have the name of a former district.
        The name of a commune that was merged stays in the address: whoever delivers knows it.
        """
        parts = [fold(part) for part in residence.split(",")]
        on = self._desk.today
        here = [row for row in self._desk.reference.communes if row.holds(on)]
        if len(parts) < 2 or not here or _bare(parts[-1]) not in self._province_names(here[0]):
            return None, residence
        of_district = [row for row in here if _bare(parts[-2]) in _bare_names(row.former_districts)]
        if of_district:
            named = [row for row in of_district if _is_called(row, parts[-3])] if len(parts) > 2 else []
        else:
            named = [row for row in here if _bare(parts[-2]) == _bare(fold(row.name))]
        if len(named) != 1:
            return None, residence
        kept = [part.strip() for part in residence.split(",")[:-2]]
        return _commune(named[0]), ", ".join(kept)

    def exemptions(self, text: str) -> Sequence[ExemptionChoice]:
        """Reductions whose words fit; all of them where nothing is typed."""
        words = fold(text).split()
        rows = exemptions_on(self._desk.reference, self._desk.today)
        return [_exemption(row) for row in rows if _fits(words, f"{row.who} {row.percent}")]

    def opened(self, draft: DossierDraft) -> OpenedDraft:
        """A draft with the things it names; what is in force no more is left out and chosen again."""
        return OpenedDraft(
            draft,
            self._named(draft.procedure),
            self._chosen(draft.authority),
            self._place(draft.applicant.residence),
            self._place(draft.delivery),
            next((row for row in self.exemptions("") if row.ref == draft.exemption), None),
        )

    def _named(self, code: str) -> Procedure | None:
        try:
            return self.procedure(code) if code else None
        except DeskError:
            return None

    def _chosen(self, authority_id: str) -> AuthorityAnswer | None:
        if not authority_id:
            return None
        try:
            return self._authority(authority(self._desk.reference, authority_id, self._desk.today), "")
        except DeskError:
            return None

    def _authority(self, row: Authority, why: str) -> AuthorityAnswer:
        districts: tuple[str, ...] = ()
        if row.commune:
            districts = self._desk.reference.commune(row.commune, self._desk.today).former_districts
        return AuthorityAnswer(row, why, districts)

    def _place(self, residence: Residence) -> PlaceAnswer | None:
        reference, on = self._desk.reference, self._desk.today
        try:
            if residence.commune:
                return _commune(reference.commune(residence.commune, on))
            return _province(reference.province(residence.province, on)) if residence.province else None
        except DeskError:
            return None

    def _province_names(self, row: Commune) -> frozenset[str]:
        province = self._desk.reference.province(row.province, self._desk.today)
        return _bare_names((province.name, province.full_name, *province.old_names))


def _fits(words: Sequence[str], text: str) -> bool:
    """Every word of the fragment begins a word of the text."""
    there = fold(text).split()
    return all(any(word.startswith(typed) for word in there) for typed in words)


def _bare(name: str) -> str:
    """A folded name without what kind of place it is."""
    return next((name.removeprefix(kind) for kind in _KINDS_OF_PLACE if name.startswith(kind)), name)


def _bare_names(names: Sequence[str]) -> frozenset[str]:
    return frozenset(_bare(fold(name)) for name in names)


def _is_called(row: Commune, part: str) -> bool:
    """Today, or before it was merged."""
    return _bare(part) in _bare_names((row.name, *row.old_names))


def _commune(row: Commune) -> PlaceAnswer:
    merged = f"gồm {', '.join(row.old_names)}" if row.old_names else ""
    districts = ", ".join(name.removeprefix("Huyện ") for name in row.former_districts)
    former = f"{districts.replace('Thành phố', 'TP')} cũ" if districts else ""
    note = " · ".join(part for part in (merged, former) if part)
    return PlaceAnswer(row.full_name, row.code, "", note, row.former_districts)


def _province(row: Province) -> PlaceAnswer:
    return PlaceAnswer(row.full_name, "", row.code, "ngoài tỉnh: ghi cả xã, phường vào ô địa chỉ")


def _exemption(row: Exemption) -> ExemptionChoice:
    taken = "miễn cước" if row.percent == _FREE else f"giảm {row.percent}%"
    note = f"{taken} · nguồn chưa thống nhất" if row.uncertain else taken
    return ExemptionChoice(row.exemption_id, row.who, note, row.needs_proof)
