"""A label was scanned before the lists of holders: its item is ticked, wherever it is. It must not know what is done with it."""

from __future__ import annotations

from kt1desk.desktop.holding.lists import HoldingLists, is_away
from kt1desk.desktop.holding.rows import EVERYWHERE
from kt1desk.domain.errors import DeskError


def tick(lists: HoldingLists, item: str) -> None:
    """Tick an item; where another holder is shown than its own, all of them are shown, so that no tick is lost.

    Raises:
        DeskError: ``holding.not_here``, ``holding.away``, ``round.chosen``.
    """
    where = lists.board.where_is(item)
    if where is None:
        raise DeskError("holding.not_here", "items", number=item)
    if is_away(where):
        raise DeskError("holding.away", "items", number=item)
    if lists.key not in {EVERYWHERE, where.holder.text}:
        lists.show_everything()
    if not lists.mark(item):
        raise DeskError("round.chosen", "items", number=item)
