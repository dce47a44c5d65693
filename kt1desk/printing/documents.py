"""What the services may ask about paper, as the object they are handed."""

from collections.abc import Mapping

from kt1desk.printing.templates import check_fit


class Documents:
    """Implements ``kt1desk.services.ports.Documents``."""

    def check_fit(self, template: str, version: int, values: Mapping[str, str]) -> None:
        """Prove that the paper will come out; raises like `kt1desk.printing.templates.check_fit`."""
        check_fit(template, version, values)
