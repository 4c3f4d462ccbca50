"""Where the folders that come with the game lie: in the checkout, or in the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_folder(name: str, holding: str) -> Path | None:
    """The folder of this name, such as `assets/map`: the first that holds a file called `holding`; None without one."""
    candidates = (_PACKAGE.parent / name, _PACKAGE / "shipped" / name)
    return next((folder for folder in candidates if (folder / holding).is_file()), None)
