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
    first = holdings(_seen(reader, game.elsewhere(0)))
    ends = {"debrief.maps.here": game, "debrief.maps.record": recorded_game(game.program)}
    seen = {key: _seen(reader, end) for key, end in ends.items()}
    held = {key: holdings(one) for key, one in seen.items()}
    sheet = sheet_for(reader, tuple(region for now in held.values() for region in changed(first, now)))
    pictures = tuple(
        MapPicture(
            caption=say(key),
            sheet=sheet,
            holdings=now,
            changed=changed(first, now),
            lines=change_lines(seen[key], first, now) or (say("debrief.maps.nothing"),),
            names=map_names(say),
            listed=tuple(reader.scenario.regions),
            lands=reader.scenario.catalogue.lands,
        )
        for key, now in held.items()
    )
    return Section("maps", heading, (Maps(pictures, say("map.approximate")),))


def _seen(reader: Reader, game: Game) -> Reader:
    return Reader(reader.scenario, game.view(FACILITATOR), reader.speech)
