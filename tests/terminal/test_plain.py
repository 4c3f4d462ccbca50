"""The plain screen: words alone, in lines, for screen readers."""

from __future__ import annotations

import re

BOXES = re.compile(r"[\u2500-\u259f\x1b]")
SCRIPT = (
    "",
    "",
    "",
    "claim",
    "",
    "send",
    "yes",
    "numbers",
    "look",
    "issue 1",
    "state",
    "history",
    "help",
    "documents",
    "read 1",
)


def widest(printed: str) -> int:
    """The width of the widest line, but for files' names, which are not broken."""
    return max(len(line) for line in printed.splitlines() if "game.json" not in line)


def test_no_boxes_and_no_escape_sequences(play) -> None:
    printed = play(*SCRIPT, plain=True)
    assert not BOXES.search(printed)


def test_no_line_is_wider_than_eighty(play) -> None:
    assert widest(play(*SCRIPT, plain=True)) <= 80


def test_the_boxed_screen_fits_eighty_columns_too(play) -> None:
    assert widest(play(*SCRIPT)) <= 80


def test_a_files_name_is_never_broken(play, tmp_path) -> None:
    for plain in (True, False):
        assert f"{tmp_path / 'game.json'}." in play(plain=plain)


def test_a_row_of_the_grid_is_read_with_its_headers(play) -> None:
    printed = " ".join(play(*SCRIPT, plain=True).split())
    assert "1. The light (vital). We propose" in printed
    assert re.search(r"Borrel proposes[^.]*: ", printed)


def test_signs_for_the_eye_alone_are_words(play) -> None:
    assert not re.search("[→·•»]", play(*SCRIPT, plain=True))


def test_emphasis_is_not_marked_by_asterisks(play) -> None:
    assert "*" not in play(*SCRIPT, plain=True)


def test_both_screens_say_the_same_words(play, tmp_path) -> None:
    script = ("", "", "", "claim")
    plain = set(re.findall(r"[A-Za-z]{4,}", play(*script, plain=True)))
    (tmp_path / "game.json").unlink()
    boxed = set(re.findall(r"[A-Za-z]{4,}", play(*script)))
    assert plain == boxed
