"""Puts the scenarios and assets into the built package; everything else stands in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("scenarios", "assets")


class BuildWithScenarios(build_py):
    """Copies what the game ships into `game/shipped/`, pictures of itself aside; an editable install copies nothing."""

    def run(self) -> None:
        """Builds, then copies."""
        super().run()
        if self.editable_mode:
            return
        for folder in SHIPPED:
            target = Path(self.build_lib, "game", "shipped", folder)
            shutil.copytree(
                folder, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("build", "screenshots", "__pycache__")
            )


setup(cmdclass={"build_py": BuildWithScenarios})
