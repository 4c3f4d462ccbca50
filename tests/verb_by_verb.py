"""Runs commands one after the other, each in a child of this process, which imports and reads once what they all need.

What is read is kept as in all tests (`tests/kept.py`); nothing is printed before a child has begun. The arguments are
a folder, numbers of streams and JSON of each command's words by its name. The streams are as this process was started
with them; of those with these numbers, what a command writes is kept in the folder, where in the end "statuses" lie as
JSON too. With `LEAVES` in the environment somebody reads one letter of the output, and goes.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import sys
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

IMPORTED = (
    "game.analysis.survey",
    "game.analysis.talks",
    "game.analysis.transcript",
    "game.players.trades",
    "game.playing",
    "game.present.opening",
    "game.scenario.build",
    "game.scenario.description",
    "game.scenario.description_misfits",
    "game.scenario.description_reader",
    "game.scenario.lint",
    "game.scenario.loader",
    "game.scenario.overlay",
    "game.scenario.schema",
    "game.storage.saves",
    "game.terminal.rich_screen",
    "game.terminal.session",
    "game.scenario.world_overlay",
    "game.verbs",
    "tests.kept",
)


def main(folder: Path, numbers: str, commands: dict[str, list[str]]) -> None:
    """Runs every command; in each child it returns into that command."""
    sys.path[0] = str(Path.cwd())
    for module in IMPORTED:
        importlib.import_module(module)
    with ExitStack() as patched:
        _read_once(patched)
        _run_each(folder, numbers, commands)


def _read_once(patched: ExitStack) -> None:
    """Reads what commands read, so that a child finds it; what `check` reads it reads itself.

    The invented scenarios are on the shelf: how the shipped ones are read does not hang on the streams.
    """
    from game.scenario.shelf import shelf
    from tests.kept import INVENTED, kept, kept_program

    for module in ("whereabouts", "shelf"):
        patched.enter_context(mock.patch(f"game.scenario.{module}.scenarios_folder", lambda: INVENTED))
    for module in ("game.scenario.loader", "game.present.opening"):
        patched.enter_context(mock.patch(f"{module}.load", kept().load))
    for module in ("game.engine.compiler", "game.engine.game", "game.storage.saves"):
        patched.enter_context(mock.patch(f"{module}.compile_scenario", kept().compiled))
    kept_program("three-parties")
    shelf()
    gc.freeze()


def _run_each(folder: Path, numbers: str, commands: dict[str, list[str]]) -> None:
    statuses = {}
    for name, words in commands.items():
        reader, writer = os.pipe() if "LEAVES" in os.environ else (None, None)
        child = os.fork()
        if not child:
            _keep(folder, name, numbers)
            if writer is not None and reader is not None:
                os.dup2(writer, 1)
                os.close(writer)
                os.close(reader)
            os.environ["GRAND_ALLIANCE_HOME"] = str(folder / f"home of {name}")
            sys.argv = ["main.py", *words]
            runpy.run_path("main.py", run_name="__main__")
            return
        if writer is not None and reader is not None:
            os.close(writer)
            (folder / f"{name} 1").write_bytes(os.read(reader, 1))
            os.close(reader)
        statuses[name] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    (folder / "statuses").write_text(json.dumps(statuses), encoding="utf-8")


def _keep(folder: Path, name: str, numbers: str) -> None:
    for number in map(int, numbers):
        kept = os.open(folder / f"{name} {number}", os.O_WRONLY | os.O_CREAT, 0o600)
        if kept != number:
            os.dup2(kept, number)
            os.close(kept)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]))
