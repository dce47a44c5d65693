"""Questions about what the centre sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.domain.canonical import Json
from kt1desk.services.centre_rows import DocumentRow
from kt1desk.store import documents, mail_marks, noted
from kt1desk.store.reader_figures import FigureRows


class CentreRows(FigureRows):
    """Implements `kt1desk.services.centre_ports.CentreReader`."""

    def noted(self, name: str) -> Mapping[str, Json] | None:
        """See `CentreReader.noted`."""
        return noted.read(self._connection, name)

    def mail_mark(self) -> tuple[int, bytes]:
        """See `CentreReader.mail_mark`."""
        return mail_marks.last(self._connection)

    def mail_hash(self, number: int) -> bytes | None:
        """See `CentreReader.mail_hash`."""
        return mail_marks.hash_of(self._connection, number)

    def documents(self) -> Sequence[DocumentRow]:
        """See `CentreReader.documents`."""
        return documents.rows(self._connection)

    def document(self, name: str, version: int) -> bytes:
        """See `CentreReader.document`."""
        return documents.read(self._connection, name, version)
