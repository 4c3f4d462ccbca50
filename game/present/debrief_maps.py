"""The debrief's maps: how land stood at the end of this game, beside how it stood at the end of the record.

What changed hands since the first day is listed beneath each, numbered as on the map.
"""

from __future__ import annotations

from game.analysis.recorded import recorded_game
from game.engine.game import Game
from game.present.debrief_parts import MapPicture, Maps, Section
from game.present.holdings import changed, holdings
from game.present.mapping import change_lines, has_map, map_names, sheet_for
from game.present.reader import Reader
from game.scenario.model import FACILITATOR


def maps(reader: Reader, game: Game) -> Section:
    """Draws both ends beside each other; a scenario whose land is on no sheet has no maps."""
    say = reader.speech
    heading = say("debrief.maps")
    if not has_map(reader.scenario):
        return Section("maps", heading, ())
    first = _seen(reader, game.elsewhere(0))
    ends = (("debrief.maps.here", game), ("debrief.maps.record", recorded_game(game.program)))
    moved = [changed(holdings(first), holdings(_seen(reader, end))) for _, end in ends]
    sheet = sheet_for(reader, (*moved[0], *moved[1]))
    pictures = tuple(
        _picture(first, _seen(reader, end), say(key), sheet, shown)
        for (key, end), shown in zip(ends, moved, strict=True)
    )
    return Section("maps", heading, (Maps(pictures, say("map.approximate")),))


def _picture(first: Reader, now: Reader, caption: str, sheet: str, moved: tuple[str, ...]) -> MapPicture:
    before, held = holdings(first), holdings(now)
    return MapPicture(
        caption=caption,
        sheet=sheet,
        holdings=held,
        changed=moved,
        lines=change_lines(now, before, held) or (now.speech("debrief.maps.nothing"),),
        names=map_names(now.speech),
        listed=tuple(now.scenario.regions),
    )


def _seen(reader: Reader, game: Game) -> Reader:
    return Reader(reader.scenario, game.view(FACILITATOR), reader.speech)
