"""Writing what came from the centre, in the transaction of the events it came with."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.canonical import Json
from kt1desk.services.centre_rows import DocumentPiece, DocumentRow
from kt1desk.store import documents, mail_marks, noted
from kt1desk.store.steps import Steps


class CentreSteps(Steps):
    """Implements `kt1desk.services.centre_ports.CentreWork`. Whatever a step raises, nothing can be committed any more then."""

    def note(self, name: str, value: Mapping[str, Json]) -> None:
        """See `CentreWork.note`."""
        self._done(lambda: noted.write(self._connection, name, value))

    def mark_mail(self, number: int, hashed: bytes) -> None:
        """See `CentreWork.mark_mail`."""
        self._done(lambda: mail_marks.add(self._connection, number, hashed))

    def go_back_in_mail(self, number: int) -> None:
        """See `CentreWork.go_back_in_mail`."""
        self._done(lambda: mail_marks.drop_after(self._connection, number))

    def gather(self, piece: DocumentPiece) -> bytes | None:
        """See `CentreWork.gather`."""
        return self._done(lambda: documents.gather(self._connection, piece))

    def put_document(self, row: DocumentRow, data: bytes) -> bool:
        """See `CentreWork.put_document`."""
        return self._done(lambda: documents.put(self._connection, row, data))
