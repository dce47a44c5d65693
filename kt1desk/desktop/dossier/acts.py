"""What the keys of the dossier page do beyond typing: park, repeat an applicant, add a paper, open the proxy, begin anew."""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.desktop.dossier.desk import DossierDesk
from kt1desk.desktop.dossier_needs import OpenedDraft
from kt1desk.domain.dossier import Form

_NOTHING_BEFORE = "Chưa có hồ sơ nào nhận trước hồ sơ này từ lúc đăng nhập."
_NOT_EMPTY = "Đã có người nộp: Ctrl+G tạm gác rồi F8."
_NOTHING_TO_PARK = "Chưa nhập gì để tạm gác."
_PARKED = "Đã tạm gác. Ctrl+L để làm tiếp."
_CLEARED = "Hồ sơ dở đã vào danh sách tạm gác: Ctrl+L để làm tiếp, hoặc bỏ hẳn ở đó."
_NO_LIST = "Chọn hình thức và thủ tục trước, rồi thêm giấy tờ."
_WHO_CARD = 1


class DossierActs:
    """Each method is a key. `say` shows a sentence where the clerk looks."""

    def __init__(self, desk: DossierDesk, say: Callable[[str], None]) -> None:
        self._desk = desk
        self._say = say
        self._last: OpenedDraft | None = None

    def remember(self, opened: OpenedDraft) -> None:
        """The case that was accepted last."""
        self._last = opened

    def park(self) -> None:
        """Another customer steps forward."""
        self._say(_PARKED if self._desk.keeper.park() else _NOTHING_TO_PARK)
        self._desk.begin()

    def repeat(self) -> None:
        """The same applicant brings another dossier."""
        desk = self._desk
        if self._last is None:
            self._say(_NOTHING_BEFORE)
        elif not desk.form.who.is_empty():
            self._say(_NOT_EMPTY)
        else:
            desk.form.show_applicant(self._last)
            desk.way.start()

    def add_paper(self) -> None:
        """A paper that the list does not have."""
        form = self._desk.form.what.form()
        if form is None or form is Form.RETURN or self._desk.form.what.procedure() is None:
            self._say(_NO_LIST)
            return
        self._desk.way.show_card(0)
        self._desk.form.papers.begin_added()

    def toggle_proxy(self) -> None:
        """Somebody hands it in for the applicant, or not."""
        desk = self._desk
        desk.way.show_card(_WHO_CARD)
        field = desk.form.proxy.toggle()
        if field is not None:
            desk.way.bring(field)
        else:
            desk.way.begin_card(_WHO_CARD)

    def toggle_kind(self) -> None:
        """A person applies, or an organisation."""
        self._desk.form.who.toggle_kind()
        self._desk.way.begin_card(_WHO_CARD)

    def toggle_place(self) -> None:
        """It is taken over at the counter, or at the applicant's address."""
        self._desk.form.who.toggle_place()
        self._desk.way.begin_card(_WHO_CARD)

    def toggle_role(self) -> None:
        """The clerk works as one-stop reception staff, or as the post's own again."""
        desk = self._desk
        desk.form.mode.toggle()
        desk.way.start()

    def clear_away(self) -> None:
        """Another dossier instead of this one. What was begun lies aside: a finger that slipped costs nobody his dossier.

        An accepted case that was being corrected stands as it is, and nothing of its correction is kept.
        """
        keeper = self._desk.keeper
        if self._desk.form.replaces():
            keeper.throw_away()
            self._desk.form.clear()
        elif keeper.park():
            self._say(_CLEARED)
        self._desk.begin()

    def begin_next(self) -> None:
        """The case on the form is the post's now: what is typed from here on is another."""
        desk = self._desk
        desk.keeper.begin_next()
        desk.scale.wait_for_next()
        desk.form.clear()
        desk.refresh()
        desk.begin()
