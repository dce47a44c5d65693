"""Tables of a report on the screen: numbers stay whole, texts wrap."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kt1desk.desktop.reports.table_view import NO_ROWS, ReportTable
from kt1desk.domain.reporting.report import Column, Kind, Table


def test_a_wide_table_keeps_its_numbers_whole_and_wraps_its_texts(worn: QApplication) -> None:
    columns = (
        Column("name", "Cơ quan", Kind.TEXT),
        *(Column(f"c{at}", "Doanh thu (đồng)", Kind.DONG) for at in range(6)),
    )
    name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn"
    table = Table("Bảng", columns, ((name, *[1_234_567_890] * 6),))
    view = ReportTable(table)

    view.fit(600)

    heights = {each.rect.height() for each in view.texts()[len(columns) :]}
    assert min(heights) > 40
    numbers = [each for each in view.texts() if each.text == "1.234.567.890"]
    assert all(each.rect.width() >= 90 for each in numbers)
    assert view.width() > 600


def test_a_table_without_lines_says_so(worn: QApplication) -> None:
    view = ReportTable(Table("Bảng", (Column("name", "Cơ quan", Kind.TEXT),), ()))

    view.fit(400)

    assert [each.text for each in view.texts()] == ["Cơ quan", NO_ROWS]


def test_a_register_is_never_wider_than_its_room_and_nothing_of_it_is_missing(worn: QApplication) -> None:
    columns = tuple(Column(f"c{at}", f"Cột {at}", Kind.TEXT) for at in range(12))
    line = tuple(f"CT240000-261122-7-{at}" for at in range(11))
    view = ReportTable(Table("Sổ", columns, ((*line, ""),)))

    view.fit(700)

    texts = view.texts()
    assert view.width() <= 700
    assert texts[-1].text.startswith("Cột 3: CT240000-261122-7-3 · Cột 4: ")
    assert "Cột 11" not in texts[-1].text
    assert all(any(each in text.text for text in texts) for each in line)
    assert texts[-1].rect.bottom() < view.height()
    view.fit(12 * 260)
    assert len(view.texts()) == 2 * len(columns)
