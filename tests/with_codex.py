"""The small invented scenario with a codex beside it, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

SCENARIOS = Path(__file__).parent / "scenarios"


def scenario_with_codex(folder: Path) -> Path:
    """Copies the scenario, its catalogue and its codex into a folder; returns the scenario's."""
    home = folder / "three-parties"
    shutil.copytree(SCENARIOS / "three-parties", home)
    shutil.copy(SCENARIOS / "world.yaml", folder / "world.yaml")
    shutil.copy(SCENARIOS / "three-parties.codex.yaml", folder / "codex.yaml")
    return home
