"""What talks are called once they are over: by their first session, and how many were held after it."""

from __future__ import annotations

from game.analysis.sessions import held_sessions
from game.engine.game import Game
from game.present.reader import Reader


def talks_title(reader: Reader, game: Game, table: str) -> str:
    """Names the talks at a table, by the step that opened it."""
    title = reader.line(reader.scenario.steps[table].title)
    later = sum(session.table == table for session in held_sessions(game)) - 1
    return reader.speech.count("debrief.talks", later, session=title) if later > 0 else title
