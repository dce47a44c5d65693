"""A desk with Anki: run by the Python that has the package; one order a line, one answer a line.

    python anki_client.py FILE-OF-COLLECTION ADDRESS-OF-SERVER USER PASSWORD

Logs in once; the key of the login is kept, as the program keeps it. The first exchange of a new collection is a full upload.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from anki.collection import AddNoteRequest, Collection  # type: ignore[import-not-found]

NOTHING_IS_REQUIRED = 0
FULL_UPLOAD = 4


class AnkiDesk:
    """One collection and its login."""

    def __init__(self, file: str, address: str, user: str, password: str) -> None:
        self._collection: Any = Collection(file)
        self._login: Any = self._collection.sync_login(user, password, address)

    def write(self, order: dict[str, Any]) -> dict[str, Any]:
        """One note an event: its identity on the front, the record on the back."""
        collection = self._collection
        kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
        requests = []
        for row in order["records"]:
            note = collection.new_note(kind)
            note.fields = [row["key"], json.dumps(row["record"], ensure_ascii=False, separators=(",", ":"))]
            requests.append(AddNoteRequest(note, deck))
        collection.add_notes(requests)
        return {"written": len(requests)}

    def exchange(self, order: dict[str, Any]) -> dict[str, Any]:
        """One exchange without media."""
        begun = time.perf_counter()
        told = self._collection.sync_collection(self._login, sync_media=False)
        seconds = time.perf_counter() - begun
        if told.required == FULL_UPLOAD:
            self._collection.close_for_full_sync()
            self._collection.full_upload_or_download(auth=self._login, server_usn=None, upload=True)
            self._collection.reopen(after_full_sync=True)
        return {"seconds": seconds, "well": told.required == NOTHING_IS_REQUIRED}


def main() -> None:
    """Do what the lines say until they end."""
    desk = AnkiDesk(*sys.argv[1:])
    orders = {"write": desk.write, "exchange": desk.exchange}
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(orders[order["do"]](order)), flush=True)


if __name__ == "__main__":
    main()
