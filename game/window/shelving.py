"""What lies on the shelf, read again as it is asked for: scenarios, saved games, and what each of them is called."""

from __future__ import annotations

from pathlib import Path

from game.present.page import ShelfPage
from game.present.shelf_parts import SavedLine
from game.present.speech import Speech

MOST_ON_SHELF, MOST_SAVED = 9, 60
"""How many saved games lie on the shelf, and how many on the page of their own."""


def shelf_in(speech: Speech, most: int = MOST_ON_SHELF) -> ShelfPage:
    """The shelf in a language; what was read before is read again only where it has changed."""
    from game.present.shelf import shelf_page
    from game.scenario.shelf import shelf
    from game.storage.places import list_saves

    return shelf_page(shelf(language=speech.language), list_saves(), speech, most)


def saved_games(speech: Speech) -> tuple[SavedLine, ...]:
    """All saved games, in a language."""
    return shelf_in(speech, MOST_SAVED).saved


def load_for_a_game() -> None:
    """Loads the parts of the program that a game needs, which takes a while the first time."""
    import game.present.opening
    import game.scenario.build
    import game.scenario.lint
    import game.window.play
    import game.window.seating  # noqa: F401 (they are loaded, and used by others)


def title_on(shelf: ShelfPage | None, name: str | Path) -> str:
    """What a scenario or a saved game is called on the shelf if it lies there, else by its id or its file."""
    scenarios = {} if shelf is None else {line.id: line.title for line in shelf.scenarios}
    saved = {} if shelf is None else {line.path: line.title for line in shelf.saved}
    return saved.get(str(name)) or scenarios.get(str(name)) or name_of(name)


def name_of(name: str | Path) -> str:
    """The name of a scenario or a saved game by its id or its file."""
    path = Path(name)
    own = path.parent.name if path.stem == "scenario" else path.stem
    return own.replace("-", " ").capitalize()
