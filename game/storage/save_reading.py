"""Reads a save as a file, without replaying it: the newest of its kept versions that can be read.

It loads no engine, so that listing saves is quick. What the moves come to is for `game.storage.saves`.
"""

from __future__ import annotations

from pathlib import Path

from game.errors import CannotRead
from game.storage.files import stands, versions
from game.storage.save_format import LIMIT, WHAT, SaveFile, from_json
from game.storage.strict_json import read_json


def read_save(path: Path) -> tuple[SaveFile, list[str]]:
    """Reads the newest readable version of a save without replaying it; the notes tell if it is an older one.

    Raises:
        CannotRead: when none can be read; the text is what is wrong with the newest.
    """
    problem: CannotRead | None = None
    for version in versions(path):
        if problem is not None and not stands(version):
            continue
        try:
            saved = from_json(read_json(version, what=WHAT, limit=LIMIT), str(version))
        except CannotRead as error:
            problem = problem or error
            continue
        return saved, [] if problem is None else [f"{problem} The version before it, {version.name}, was opened."]
    assert problem is not None
    raise problem
