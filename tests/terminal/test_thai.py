"""The terminal game in Thai: whole games in which no English word is left, and the language changed on the way."""

from __future__ import annotations

import io
import re
from pathlib import Path
from random import Random

import pytest

from game.present.breaking import unbroken
from game.present.languages import in_one_piece, speech_in
from game.present.wishes import Wishes
from game.terminal.session import Session, Streams
from game.terminal.understanding import understood
from tests.kept import kept_scenario

THAI = in_one_piece(speech_in("th"))
LAST_PAGE = THAI("terminal.to-debrief")[:30]
GAMES = [
    ("finland-1939", "finland", 3),
    ("pact-1939", "soviet-union", 5),
    ("yalta-1945", "united-kingdom", 2),
]
MOVES = ("", "", "", "1", "2", "ส่ง", "ยอมรับ", "พัก", "ใช่", "เข้าวาระ 1 2", "เข้าวาระ ไม่มี", "ถอนตัว")
LOOKS = ("ประวัติ", "สถานะ ทั้งหมด", "ผลประโยชน์", "ผูกโยง", "เอกสาร", "คณะผู้แทน", "ประเด็น 1", "เส้นทาง", "วิธีใช้", "ตัวเลข")
MOST_LINES = 2_000
LATIN = re.compile(r"[A-Za-zÀ-ž]{2,}")
STAYS = frozenset({"Enter", "game", "html", "json", "CC", "BY", "en", "th"})
"""Keys, codes, and what a file is called."""


class Typist(io.StringIO):
    """Plays on at random in Thai and looks at a page now and then; at the end reads the whole debrief and leaves."""

    def __init__(self, seed: int, out: io.StringIO) -> None:
        super().__init__()
        self._random, self._out, self._seen, self._rest = Random(seed), out, 0, ["", "ทั้งหมด", "ออก"]
        self._typed = 0

    def readline(self, size: int = -1, /) -> str:
        self._typed += 1
        if LAST_PAGE in self._out.getvalue()[self._seen :].replace("\n", " "):
            return f"{self._rest.pop(0)}\n" if self._rest else ""
        self._seen = max(0, len(self._out.getvalue()) - 2 * len(LAST_PAGE))
        words = self._random.choice(LOOKS if self._typed % 12 == 0 else MOVES)
        return f"{words}\n" if self._typed < MOST_LINES else ""


def walked(scenario: str, seat: str, seed: int, folder: Path) -> str:
    """Everything that the terminal prints of one game in Thai, from the content note to the end of the debrief."""
    out = io.StringIO()
    save = folder / "game.json"
    wishes = Wishes(scenario, seats=(seat,), style="random", seed=seed, length="short", language="th", save=save)
    Session(wishes, Streams(Typist(seed, out), out, plain=True, width=4_000), lambda path, scenario: "").run()
    return out.getvalue().replace(str(save), "")


def latin_of_sources(name: str) -> set[str]:
    """The words of the sources' titles, authors and places, which are named as they are."""
    scenario = kept_scenario(name)
    cited = (*scenario.sources.values(), *scenario.catalogue.sources.values())
    return set(LATIN.findall(" ".join(f"{one.title} {one.author} {one.place}" for one in cited)))


@pytest.mark.parametrize(("name", "seat", "seed"), GAMES)
def test_no_english_word_is_left_on_any_page_of_a_game_in_thai(
    name: str, seat: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    printed = walked(name, seat, seed, tmp_path)
    assert THAI("debriefing.end")[:20] in printed
    left = set(LATIN.findall(printed)) - STAYS - latin_of_sources(name)
    assert sorted(left) == []


def test_the_language_is_changed_in_the_middle_of_a_game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    typed = ("", "", "", "language th", "ภาษา อังกฤษ", "language xx", "language", "quit")
    out = io.StringIO()
    wishes = Wishes("finland-1939", seats=("finland",), seed=1, save=tmp_path / "game.json")
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    Session(wishes, Streams(lines, out, plain=True, width=4_000), lambda path, scenario: "").run()
    before, in_thai, in_english = re.split("> language th\n|> ภาษา อังกฤษ\n", out.getvalue())
    question = in_one_piece(speech_in("en"))("terminal.how-to-choose")
    assert question in before
    assert THAI("language.changed") in in_thai
    assert THAI("terminal.how-to-choose") in in_thai
    assert question in in_english
    assert 'There is no language "xx" here; there is en (English) or th (ไทย).' in in_english
    assert "Type language and one of these: en (English) or th (ไทย)." in in_english
    assert not LATIN.search(in_thai.replace(THAI("language.changed"), "").strip().split("\n")[0])


def test_commands_are_understood_in_thai_in_any_game(play) -> None:
    printed = play("", "", "", "สถานะ", "ออก", plain=True)
    assert "How things stand" in printed
    assert printed.rstrip().endswith("Go on with it: play game.json")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ช่วยด้วย", "ช่วยด้วย"),
        ("อ่าน 3", "read 3"),
        ("เข้าวาระ ไม่มี", "nominate nothing"),
        ("ตั้งต้น ดีที่สุด", "start best"),
        ("ถอนตัว", "walk out"),
        ("ฮันโก ไม่มี", "ฮันโก ไม่มี"),
        ("1 2; 3 1; ส่ง", "1 2; 3 1; send"),
        ("บันทึก ทั้งหมด", "save ทั้งหมด"),
        ("state all", "state all"),
    ],
)
def test_only_command_words_are_changed(typed: str, meant: str) -> None:
    assert understood(typed) == meant


def test_every_command_has_a_word_of_its_own_in_thai() -> None:
    words = [said for key, said in THAI.sentences.items() if key.startswith("word.")]
    assert len(words) == len(set(words)) > 45
    assert not [word for word in words if " " in word or LATIN.search(word) or word != unbroken(word)]
