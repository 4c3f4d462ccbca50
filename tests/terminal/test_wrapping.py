from __future__ import annotations

import io

import pytest

from game.present.breaking import BREAK
from game.terminal.blocks import Grid, Heading, Item, Items, Paragraph
from game.terminal.rich_screen import RichScreen
from game.terminal.screen import PlainScreen
from game.terminal.wrapping import columns, wrapped

WORDS = ("รัฐบาล", "ฟินแลนด์", "ปฏิเสธ", "ข้อเรียกร้อง", "ทั้งสอง", "ข้อ", "และ", "เตรียม", "ป้องกัน", "ประเทศ")
TEXT = BREAK.join(WORDS) + " ราว 5 กองพล"


def test_signs_above_and_below_take_no_column():
    assert [columns(word) for word in ("ที่", "น้ำ", "ปู่", "ญี่ปุ่น", "Åland")] == [1, 2, 1, 3, 5]


@pytest.mark.parametrize("width", range(12, 70))
def test_lines_end_between_words_alone(width):
    lines = wrapped(TEXT, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(WORDS) + "ราว5กองพล"
    assert any("ราว 5 กองพล" in line for line in lines)
    ends = {"".join(WORDS[:count]) for count in range(len(WORDS) + 1)}
    reach = ""
    for line in lines[:-1]:
        reach += line.replace(" ", "")
        assert reach in ends


def test_what_has_no_places_to_break_is_cut_between_clusters():
    assert wrapped("กำลังนี้เกาะ", 4) == ["กำลัง", "นี้", "เกาะ"]
    assert wrapped("กำลังนี้เกาะ", 3) == ["กำลั", "งนี้", "เกาะ"]


def test_a_text_in_english_is_wrapped_as_ever():
    assert wrapped("one two  three", 8, "  ") == ["  one", "  two", "  three"]


@pytest.mark.parametrize("screen", [lambda out: PlainScreen(out, 40), lambda out: RichScreen(out, 40)])
def test_no_place_to_break_is_printed(screen):
    out = io.StringIO()
    blocks = [
        Heading(TEXT, TEXT, 1),
        Paragraph(f"*{TEXT}*"),
        Items((Item("1", TEXT, (TEXT,)),)),
        Grid((TEXT, TEXT), ((TEXT, TEXT), (TEXT, TEXT))),
    ]
    shown = screen(out)
    shown.show(blocks)
    shown.prompt(TEXT)
    printed = out.getvalue()
    assert BREAK not in printed
    assert not [line for line in printed.split("\n")[:-1] if columns(line) > 40]
    assert not [line for line in printed.split("\n") if line.strip().startswith(("ๆ", "ั", "ิ", "่", "้", "ำ", "ะ"))]
