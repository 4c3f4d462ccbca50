import os
from pathlib import Path

import pytest

from game.errors import CannotRead
from game.storage.strict_json import read_json

LIMIT = 2_000_000


def read(path: Path) -> object:
    return read_json(path, what="a saved game", limit=LIMIT)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe{}", "it is not UTF-8 text (byte 1)"),
        (b"", "its JSON breaks off at line 1, column 1"),
        (b"{", "its JSON breaks off at line 1, column 2"),
        (b'{"a": 1}\n]', "its JSON breaks off at line 2, column 1"),
        (b"not json at all", "its JSON breaks off at line 1, column 1"),
        (b'{"a": 1, "a": 2}', "the key 'a' stands twice"),
        (b'{"a": NaN}', "'NaN' is not a whole number"),
        (b'{"a": Infinity}', "'Infinity' is not a whole number"),
        (b'{"a": 1.5}', "'1.5' is not a whole number"),
        (b'{"a": 1e999}', "'1e999' is not a whole number"),
        (b"[" * 200_000, "it is nested too deep"),
        (b'{"a":' * 200_000, "it is nested too deep"),
        (b"9" * 100_000, "is damaged"),
        (b" " * (LIMIT + 1), "it is larger than 2 MB"),
    ],
)
def test_what_is_no_strict_json_is_refused_in_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "game.json"
    path.write_bytes(content)
    with pytest.raises(CannotRead) as caught:
        read(path)
    assert sentence in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"gone\.json does not exist"):
        read(tmp_path / "gone.json")


def test_a_folder_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="not a regular file"):
        read(tmp_path)


def test_a_name_with_a_zero_byte_is_refused() -> None:
    with pytest.raises(CannotRead, match="cannot be opened"):
        read(Path("a\0b"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device files here")
def test_a_device_file_is_not_read() -> None:
    with pytest.raises(CannotRead, match="not a regular file"):
        read(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(CannotRead, match="not a regular file"):
        read(tmp_path / "pipe.json")


def test_strict_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    path.write_text('{"word": "ประวัติ", "list": [1, null, true]}', encoding="utf-8")
    assert read(path) == {"word": "ประวัติ", "list": [1, None, True]}
