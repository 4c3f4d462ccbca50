"""A table's packages drawn with characters: every mark in its place, and nothing told by the drawing alone."""

import io

import pytest

from game.analysis.tables import table_report
from game.present.debrief_parts import Mark, Plot
from game.present.english import english
from game.present.findings import table_lines
from game.present.plot_lines import HEIGHT, WIDTH, key_lines, plot_lines
from game.present.plots import plots, tenths
from game.terminal.blocks import Drawing
from game.terminal.rich_screen import RichScreen
from game.terminal.screen import PlainScreen
from tests.kept import kept_program


def plot(marks: tuple[tuple[str, float, float], ...] = ()) -> Plot:
    made = tuple(Mark(kind, kind, across, up) for kind, across, up in marks)  # type: ignore[arg-type]
    return Plot("caption", "words", "A", "B", ((0, 0, 1), (50, 50, 900)), ((100.0, 0.0), (0.0, 100.0)), (30, 70), made)


def test_worths_rise_upwards_and_to_the_right() -> None:
    lines = plot_lines(plot((("nash", 100, 100), ("agreement", 0, 0))))
    assert lines[0].endswith("▲")
    assert len(lines[0]) == 6 + WIDTH
    assert lines[HEIGHT - 1][6] == "●"


def test_more_packages_make_a_darker_ground() -> None:
    lines = plot_lines(plot())
    assert lines[HEIGHT - 1][6] == "·"
    assert sum(line.count("▒") for line in lines) == 1


def test_marks_that_fall_together_are_told_in_the_key() -> None:
    key = key_lines(plot((("record", 40, 40), ("nash", 40, 40))), english())
    assert any("▲ nash (falls where □ stands)" in line for line in key)


def test_several_offers_of_history_have_numbers() -> None:
    drawn = "\n".join(plot_lines(plot((("record", 10, 10), ("record", 90, 90)))))
    assert "①" in drawn
    assert "②" in drawn


def test_the_plain_screen_has_no_drawing_and_a_narrow_one_neither() -> None:
    drawing = Drawing(plot_lines(plot()), ("key",))
    plain, narrow, wide = io.StringIO(), io.StringIO(), io.StringIO()
    PlainScreen(plain).show([drawing])
    RichScreen(narrow, 50).show([drawing])
    RichScreen(wide, 80).show([drawing])
    assert plain.getvalue() == ""
    assert "▒" not in narrow.getvalue()
    assert "▒" in wide.getvalue()
    assert "key" in wide.getvalue()


@pytest.mark.parametrize("drawn", [True, False])
def test_the_verb_draws_only_where_it_is_asked_to_and_explains_the_points(drawn: bool) -> None:
    scenario = kept_program("finland-1939").scenario
    laid_open = table_report(scenario, "moscow-peace")
    told = list(table_lines(scenario, laid_open, english(), drawn=drawn))
    (made,) = plots(scenario, english(), laid_open)
    assert (made.caption in told) is drawn
    assert any("multiplied" in line for line in told)


def test_shares_are_told_no_more_exactly_than_they_are_meant() -> None:
    assert [tenths(share) for share in (12.92, 0.02, 7.0)] == ["12.9", "0.02", "7"]
