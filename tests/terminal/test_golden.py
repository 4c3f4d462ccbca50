"""One whole game as it is read in plain lines, compared with a file that a person can review.

`REWRITE_GOLDEN=1 python -m pytest tests/terminal/test_golden.py` writes the file anew; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden" / "three-parties.txt"
SCRIPT = (
    *("", "", ""),
    *("advice", "read oil", "account tension", "claim because the shoal is ours", ""),
    *("issue light", "light 2; toll 2; pilots 2", "numbers", "send", "numbers", "history", "undo", "redo"),
    *("accept", "yes", "adjourn", "", "start theirs", "send", "no", "accept", "yes", "", "accept", "yes"),
    *("walk out", "yes", ""),
    *("state", "quit"),
)


def test_a_whole_game_reads_as_reviewed(play) -> None:
    printed = play(*SCRIPT, plain=True, style="record")
    printed = printed[printed.index("Who lights the strait?") : printed.index("> quit")]
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.write_text(printed, encoding="utf-8")
    assert printed == GOLDEN.read_text(encoding="utf-8")
