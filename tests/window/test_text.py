from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.window.fonts import Faces, fonts_folder
from game.window.text import Line, Typesetter
from game.window.theme import FACES, SCRIPTS, SERIF, SERIF_ITALIC, themed

THEME = themed()
SETTLED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def type_() -> Typesetter:
    return Typesetter(Faces(fonts_folder()), 1.0)


def said(lines: tuple[Line, ...]) -> str:
    return " ".join("".join(run.text for run in line.runs) for line in lines)


def inked_width(type_: Typesetter, line: Line, style) -> float:
    ends = [run.left + type_.image(run.text, run.face, style).get_width() for run in line.runs if run.text]
    return max(ends, default=0)


@SETTLED
@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF), max_size=300), st.integers(60, 700))
def test_no_line_is_wider_than_its_measure(type_, text, width):
    for line in type_.lines(text, THEME.body, width):
        assert line.width <= width
        assert inked_width(type_, line, THEME.body) <= width + 2


@SETTLED
@given(st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(120, 500))
def test_every_word_is_set_in_order(type_, listed, width):
    assert said(type_.lines(" ".join(listed), THEME.small, width)) == " ".join(listed)


def test_lines_are_as_full_as_they_can_be(type_):
    text = "the army is two years from ready and on the river the fighting is not yet over " * 3
    lines = type_.lines(text, THEME.body, 300)
    for line, following in pairwise(lines):
        first_word = following.runs[0].text.split()[0]
        assert line.width + type_.width(first_word, THEME.body) > 300 - 6


def test_a_word_longer_than_a_line_is_cut(type_):
    lines = type_.lines("x" * 5000, THEME.body, 200)
    assert len(lines) > 100
    assert sum(len(run.text) for line in lines for run in line.runs) == 5000


def test_an_empty_text_takes_one_line(type_):
    assert len(type_.lines("", THEME.body, 200)) == 1


def test_emphasis_is_set_in_italics(type_):
    (line,) = type_.lines("an *undivided* country", THEME.body, 600)
    assert [(run.face, run.text) for run in line.runs] == [
        (SERIF, "an "),
        (SERIF_ITALIC, "undivided"),
        (SERIF, " country"),
    ]


def test_a_sign_that_a_face_lacks_is_taken_from_another(type_):
    (line,) = type_.lines("7 → 9", THEME.number, 300)
    assert {run.face for run in line.runs if "→" in run.text} == {SERIF}


def test_a_sign_that_no_face_has_becomes_a_box(type_):
    (line,) = type_.lines("\u4e2d", THEME.body, 300)
    assert line.runs[0].text == "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("text", ["Väinö Tanner", "Ålesund, Łódź, Petseri", "Карельский перешеек", "35,084 km² — “no”"])
def test_the_names_of_the_time_can_be_written(type_, text):
    (line,) = type_.lines(text, THEME.body, 900)
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(run.text for run in line.runs)
    assert {run.face for run in line.runs} == {SERIF}


@pytest.mark.parametrize("style", [THEME.body, THEME.heading, THEME.lead, THEME.note, THEME.number, THEME.label])
def test_thai_can_be_written_in_every_kind_of_type(type_, style):
    (line,) = type_.lines("บทที่ 6 รัสเซีย และน้ำ", style, 900)
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(run.text for run in line.runs)
    assert {run.face for run in line.runs} & set(SCRIPTS)


def test_a_long_thai_word_is_never_cut_before_a_sign_of_its_letter(type_):
    lines = type_.lines("สงครามโลกครั้งที่สองสิ้นสุดที่นี่" * 4, THEME.body, 90)
    assert len(lines) > 3
    assert not [line for line in lines if unicodedata.category(line.runs[0].text[0]) == "Mn"]


def test_a_picture_of_words_is_drawn_once(type_):
    assert type_.image("Hanko", SERIF, THEME.body) is type_.image("Hanko", SERIF, THEME.body)


def test_pictures_that_are_not_used_make_room(type_, monkeypatch):
    monkeypatch.setattr(type_, "_most_bytes", 50_000)
    first = type_.image("the first", SERIF, THEME.title)
    for number in range(60):
        type_.image(f"another line, number {number}", SERIF, THEME.title)
    assert type_.image("the first", SERIF, THEME.title) is not first


def test_as_much_is_kept_as_a_full_window_shows_at_every_scale():
    for scale, (width, height) in ((1.0, (1280, 720)), (3.0, (3840, 2160)), (4.17, (5334, 3000))):
        assert Typesetter(Faces(fonts_folder()), scale)._most_bytes > 4 * width * height


def test_small_letters_stand_as_evenly_as_large_ones():
    """Advances are rounded to thirds of a pixel, not to whole ones."""
    faces, text = Faces(fonts_folder()), "The clean text of a declaration"
    small, large = faces.face(SERIF_ITALIC, 14), faces.face(SERIF_ITALIC, 140)
    assert small.width(text) == pytest.approx(large.width(text) / 10, rel=0.02)
    assert any(small.width(letter) % 1 for letter in "aensi")


@pytest.mark.parametrize(("style", "beside"), [(THEME.heading, "serif-bold"), (THEME.typed, "serif")])
def test_digits_beside_thai_are_of_its_kind_of_letters_and_typed_by_themselves(type_, style, beside):
    (thai,) = type_.lines("พ.ศ. 2482", style, 900)
    assert {run.face for run in thai.runs} - set(SCRIPTS) == {beside}
    (latin,) = type_.lines("October 1939", style, 900)
    assert {run.face for run in latin.runs} == {style.face}


LICENCES = {"OFL": "SIL Open Font License", "Apache": "Apache License", "GPL": "with Font exception"}


def test_every_font_is_there_with_its_licence():
    folder = fonts_folder()
    for file in FACES.values():
        assert (folder / file).is_file()
        (licence,) = folder.glob(f"{file.split('-')[0]}-*.txt")
        assert LICENCES[licence.stem.split("-")[1]] in licence.read_text()


@pytest.mark.parametrize("sign", ["\u034f", "\ufe0f", "\u115f", "\u3164", "\u17b4", "\u180b", "\U000e0100"])
def test_a_sign_that_is_never_drawn_is_left_out(type_, sign):
    assert said(type_.lines(f"{sign}a{sign}b{sign}", THEME.body, 200)) == "ab"
    assert said(type_.lines(sign, THEME.body, 200)) == ""


def test_a_sign_without_any_width_is_covered_by_no_face(type_):
    assert not type_._faces.face(SERIF, 20).covers("\u034f")


def test_marks_and_digits_of_emphasised_thai_are_upright_and_bold(type_):
    (line,) = type_.lines("*บทที่ 6:* ตำรา", THEME.body, 600)
    assert {run.face for run in line.runs if run.text.strip() in ("6:", "6")} == {"serif-bold"}


def test_a_space_beside_a_number_in_thai_is_wider_than_one_between_phrases(type_):
    def gap(before, after):
        (line,) = type_.lines(f"{before} {after}", THEME.body, 600)
        return line.width - type_.width(before, THEME.body) - type_.width(after, THEME.body)

    assert gap("เรา", "30") > gap("เรา", "เขา") + 0.5
