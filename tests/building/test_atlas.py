"""The build of the map says in a sentence what it lacks."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

BUILD = Path(__file__).parents[2] / "assets" / "build" / "atlas" / "build.py"


def test_a_missing_package_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(BUILD), run_name="__main__")
    said = str(stopped.value)
    assert '"shapely" is not installed' in said and "pip install shapely pyproj pyshp numpy pillow pyyaml" in said
