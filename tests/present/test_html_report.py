import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import count, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from game.engine.program import Program
from game.present.debrief import debrief
from game.present.debrief_parts import Case, Debrief, Grid, Passage, Row
from game.present.english import english
from game.present.html_blocks import Writer, escaped, rich
from game.present.html_breaks import with_breaks
from game.present.html_report import render, write
from game.storage.files import CannotWrite
from tests.playing import SEATS, random_game
from tests.playing import program as compiled

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onload='x' &lt; &#x3c; ]]> --> </style></title>"
    f"\x00\x1b[2J\u202e\u061c\u2067</svg><svg onload=alert(1)><![CDATA[ ก{'็้่๊' * 20}{'ำ' * 9} אבג العربية \ud800\ufffe"
)
NUMBERS = count()
VOID = {"meta", "br", "hr", "img", "link", "input", "wbr"}
OF_WORDS = {"em", "span", "wbr"}
"""What emphasis and words in Thai are marked with."""
SHAPES = {"circle", "rect", "path", "polyline"}


class Outline(HTMLParser):
    """Reads a document into its tags, and refuses one that does not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, words: str) -> None:
        self.words.append(words)


def outline(document: str) -> Outline:
    found = Outline()
    found.feed(document)
    found.close()
    assert found.open == []
    return found


def hostile(value: Any) -> Any:
    """Puts hostile words, no two alike, in the place of every text of a debrief but its ids and kinds."""
    if isinstance(value, str):
        return f"{HOSTILE}{next(NUMBERS)}" if value else value
    if isinstance(value, tuple):
        return tuple(hostile(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: hostile(getattr(value, field.name))
            for field in fields(value)
            if field.name not in ("id", "kind", "sheet", "changed", "listed")
        }
        return replace(value, **changed)
    return value


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def told(program: Program) -> Debrief:
    return debrief(random_game(program, 5), english(), SEATS)


@pytest.fixture(scope="module")
def document(told: Debrief) -> str:
    return render(told, english())


def test_it_needs_nothing_from_outside_and_runs_nothing(document: str) -> None:
    tags = outline(document).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for _, attributes in tags:
        assert not any(name.startswith("on") or name in ("src", "style", "srcset", "action") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert all(place in ("#", '"data:font') for place in re.findall(r'url\(("data:font|.)', document))
    assert "@import" not in document
    assert not re.search(r"(?:https?:)?//", re.sub(r'url\("data:font/[^"]*"\)', "", document))
    assert "default-src 'none'" in document.replace("&#x27;", "'")


def test_hostile_words_stay_words(told: Debrief, document: str) -> None:
    attacked = render(hostile(told), english())
    kinds = [[tag for tag, _ in outline(one).tags if tag not in OF_WORDS] for one in (attacked, document)]
    assert kinds[0] == kinds[1]
    names = {frozenset(), *(frozenset(attributes) for _, attributes in outline(document).tags)}
    assert {frozenset(attributes) for _, attributes in outline(attacked).tags} <= names
    assert "<script" not in attacked
    assert "\x1b" not in attacked
    assert "\x00" not in attacked
    assert not set("\u202e\u061c\u2067\ud800\ufffe") & set(attacked), "a letter that steers the screen is left"
    assert "alert(1)" in "".join(outline(attacked).words)


def test_headings_go_down_one_level_at_a_time(document: str) -> None:
    levels = [int(tag[1]) for tag, _ in outline(document).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headings_of_columns_and_rows(document: str) -> None:
    tables = re.findall(r"<table>.*?</table>", document, re.DOTALL)
    assert len(tables) > 5
    for table in tables:
        tree = ElementTree.fromstring(table)
        assert (tree.findtext("caption") or "").strip()
        columns = tree.findall("thead/tr/th")
        assert all(cell.get("scope") == "col" for cell in columns)
        for row in tree.findall("tbody/tr"):
            assert len(row) == len(columns)
            assert row[0].get("scope") == "row"


def test_every_picture_has_a_title_and_a_description_in_words(document: str, told: Debrief) -> None:
    plots = re.findall(r'<svg class="plot".*?</svg>', document, re.DOTALL)
    words = [plot.words for part in told.sections for block in part.blocks for plot in getattr(block, "plots", ())]
    assert len(plots) == len(words) > 0
    for drawn, said in zip(plots, words, strict=True):
        tree = ElementTree.fromstring(drawn)
        assert tree.get("role") == "img"
        named = (tree.get("aria-labelledby") or "").split()
        assert [element.get("id") for element in tree if element.tag in ("title", "desc")] == named
        assert tree.findtext("desc") == said


def test_everything_drawn_stays_within_the_picture(document: str) -> None:
    for drawn in re.findall(r'<svg class="plot".*?</svg>', document, re.DOTALL):
        for x, y in re.findall(r"M([-\d.]+) ([-\d.]+)h0", drawn) + re.findall(
            r"translate\(([-\d.]+) ([-\d.]+)\)\">", drawn
        ):
            assert 0 <= float(x) <= 360
            assert 0 <= float(y) <= 360


def test_ids_are_unique_and_every_link_leads_somewhere(document: str) -> None:
    tags = outline(document).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {(attributes.get("href") or "")[1:] for tag, attributes in tags if tag == "a"}
    assert links
    assert links <= set(ids)


def test_each_section_and_each_source_is_there_once(document: str, told: Debrief) -> None:
    words = "".join(outline(document).words)
    for part in told.sections:
        assert f'<section id="{part.id}"' in document
        assert part.heading in words
    assert document.count('<li id="source-') == len(told.sources)


def test_what_a_class_talks_about_stands_before_the_decisions(document: str) -> None:
    order = re.findall(r'<section id="([a-z-]+)"', document)
    assert order[:4] == ["ending", "first-divergence", "questions", "chapter"]
    assert order[4] == "decisions"
    listed = re.findall(r'<li><a href="#([a-z-]+)"', document)
    assert listed == order


def test_accounts_and_sources_are_folded_and_stay_out_of_print_until_opened(document: str) -> None:
    folded = re.findall(r"<details>.*?</details>", document, re.DOTALL)
    assert "<details open" not in document
    *further, accounts, briefs, sources = folded
    assert "<summary>Open to read; what is open is printed too</summary>" in briefs
    assert "<summary>Open to read; what is open is printed too</summary>" in accounts
    assert "<table>" in accounts
    assert "<summary>Open to read</summary>" in sources
    assert 'id="source-1"' in sources
    assert all("<table>" in one for one in further)


def test_the_list_of_sources_is_printed_folded_or_not(document: str) -> None:
    assert "#sources details::details-content { content-visibility: visible; }" in document


def test_a_passage_that_two_sections_have_is_said_once(told: Debrief) -> None:
    passage = Passage(("Said twice.",))
    both = tuple(replace(section, blocks=(passage, *section.blocks)) for section in told.sections[:2])
    twice = replace(told, sections=(*both, *told.sections[2:]))
    assert render(twice, english()).count("Said twice.") == 1


def test_a_long_table_after_the_first_of_a_case_is_folded_under_its_caption() -> None:
    def grid(caption: str, rows: int) -> Grid:
        return Grid(caption, ("a", "b"), tuple(Row((str(row), "x")) for row in range(rows)), (False, False))

    case = Writer(english(), ()).case(Case("Talks", grids=(grid("first", 9), grid("long", 9), grid("short", 2))))
    assert re.findall(r"<summary>(.*?)</summary>", case) == ["long"]


def test_the_note_on_the_content_stands_at_the_head(document: str, told: Debrief) -> None:
    head = document[: document.index("<nav")]
    assert told.content_note
    assert all(escaped(words) in head for words in told.content_note)


def test_it_says_its_language_and_how_it_prints(document: str) -> None:
    assert document.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "size: A4" in document
    assert "prefers-color-scheme: dark" in document


def test_the_same_game_gives_the_same_bytes(told: Debrief, tmp_path: Path) -> None:
    write(told, english(), tmp_path / "one.html")
    write(told, english(), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("a *quiet* word", "a <em>quiet</em> word"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*<b>*", "<em>&lt;b&gt;</em>"),
        ("ประวัติศาสตร์\u200bไทย", "ประวัติศาสตร์\u200bไทย"),
    ],
)
def test_emphasis_is_set_and_nothing_else(words: str, markup: str) -> None:
    assert rich(words) == markup


@pytest.mark.parametrize(
    ("markup", "broken"),
    [
        ("<p>ไนเมเคิน\u200bและ Oder</p>", "<p><span>ไนเมเคิน</span><wbr>และ Oder</p>"),
        ("<p>วันที่ 5\u200bมีนาคม</p>", "<p><span>วันที่ 5</span><wbr><span>มีนาคม</span></p>"),
        ('<p lang="เขตยึดครอง">Oder</p>', '<p lang="เขตยึดครอง">Oder</p>'),
        (f"<p>{'เขตยึดครอง' * 9}</p>", f"<p>{'เขตยึดครอง' * 9}</p>"),
    ],
)
def test_lines_in_thai_end_only_between_marked_words_unless_none_is_marked(markup: str, broken: str) -> None:
    assert with_breaks(markup) == broken


def test_words_in_attributes_cannot_close_them() -> None:
    assert escaped("\"'><&") == "&quot;&#x27;&gt;&lt;&amp;"


def test_a_report_takes_the_place_of_an_earlier_report_only(told: Debrief, tmp_path: Path) -> None:
    place = tmp_path / "report.html"
    write(told, english(), place)
    write(told, english(), place)
    game = tmp_path / "game.json"
    game.write_text("{}")
    with pytest.raises(CannotWrite, match="not an earlier report and was left as it is"):
        write(told, english(), game)
    assert game.read_text() == "{}"
    with pytest.raises(CannotWrite):
        write(told, english(), tmp_path)
