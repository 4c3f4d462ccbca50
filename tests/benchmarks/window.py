"""Prints the window's bars: `python -m tests.benchmarks.window [--scenario ID] [--language th] [--rounds N]`.

Every figure is of a process of its own under SDL's dummy driver, with the software renderer: seconds on the clock until
the first frame and until a scenario can be played, processor time over ten still seconds, the frame while the map pans
and after land has changed hands at 1920 × 1080, and the most memory that a whole game took. Exits 1 when one is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assets.build.asked import whole
from game.scenario.loader import load, shelf

ROOT = Path(__file__).parents[2]
STILL = 10.0
"""Seconds during which nothing happens."""
OPENED = """
import time, sys, json, pygame
from game.present.wishes import Wishes
from game.window.display import open_window
from game.window.app import App
from game.window.visit import Visit
"""
FIRST_FRAME = (
    OPENED
    + """
visit = Visit(Wishes(language=LANGUAGE))
open_window("Grand Alliance")
App(visit).draw()
print(time.time() - BEGUN)
"""
)
PLAYABLE = (
    OPENED
    + """
visit = Visit(Wishes(scenario=SCENARIO, seats=(SEAT,), seed=1, language=LANGUAGE))
open_window("Grand Alliance")
app = App(visit)
app.draw()
app.prepare()
app.draw()
assert visit.play is not None
print(time.time() - BEGUN)
"""
)
AT_THE_MAP = (
    OPENED
    + """
from game.present.page import DecisionPage, TablePage
visit = Visit(Wishes(scenario=SCENARIO, seats=(SEAT,), seed=1, language=LANGUAGE))
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1920, 1080))
app = App(visit)
app.prepare()
sitting = visit.play.sitting
while not isinstance(sitting.page, DecisionPage | TablePage):
    sitting.proceed()
app._refresh()
app.draw()
def frame():
    app._dirty = True
    begun = time.process_time()
    app.draw()
    return time.process_time() - begun
"""
)
STILL_SECONDS = (
    AT_THE_MAP
    + """
import threading
def leave():
    visit.left = True
    pygame.event.post(pygame.Event(pygame.USEREVENT))
app.prepare = lambda: None  # all is read already
threading.Timer(SECONDS, leave).start()
before = time.process_time()
app.run()
print((time.process_time() - before) / SECONDS)
"""
)
PAN = (
    AT_THE_MAP
    + """
app.do("map")
app.draw()
area = app.stage.layout.panels[0].chart_area
place = area.center
app.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=place))
found = []
for step in range(40):
    place = (place[0] + (9 if step < 20 else -9), place[1] + 4)
    begun = time.process_time()
    app.handle(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(9, 4), buttons=(1, 0, 0)))
    app.draw()
    found.append(time.process_time() - begun)
print(sorted(found)[-3])
"""
)
CHANGE = (
    AT_THE_MAP
    + """
from dataclasses import replace
app.do("map")
app.draw()
chart = app.stage.charts.shown(app.stage.layout.panels[0])
chart.settle()
found = []
for owner in ("germany", "soviet-union", "finland", "sweden", "germany"):
    held = dict(chart.page.holdings)
    for region in list(held)[:12]:
        held[region] = replace(held[region], owner=owner, occupied_by="poland")
    begun = time.process_time()
    chart.show(replace(chart.page, holdings=held))
    app._dirty = True
    app.draw()
    found.append(time.process_time() - begun)
print(sorted(found)[len(found) // 2])
"""
)
WHOLE_GAME = (
    AT_THE_MAP
    + """
import resource
from random import Random
from tests.window.hands import Mouse
from tests.window.player import play_through
for page in play_through(app, Mouse(app), Random(1)):
    app.do("map")
    app.draw()
    app.do("back")
    app.draw()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
)


def told(script: str, words: argparse.Namespace) -> float:
    """Runs a script in a process of its own and returns the number that it prints last."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(
            os.environ,
            SDL_VIDEODRIVER="dummy",
            SDL_AUDIODRIVER="dummy",
            SDL_RENDER_DRIVER="software",
            PYGAME_HIDE_SUPPORT_PROMPT="1",
            GRAND_ALLIANCE_HOME=home,
        )
        given = {"BEGUN": time.time(), "SCENARIO": words.scenario, "SEAT": words.seat, "SECONDS": STILL}
        given["LANGUAGE"] = words.language
        head = "\n".join(f"{name} = {value!r}" for name, value in given.items())
        ran = subprocess.run(
            [sys.executable, "-c", f"{head}\n{script}"],
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return float(json.loads(ran.stdout.split()[-1]))


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", default="finland-1939", choices=[one.id for one in shelf()])
    parser.add_argument("--seat", default="finland")
    parser.add_argument("--language", default=None, choices=("en", "th"))
    parser.add_argument("--rounds", type=whole(1, 1_000), default=5)
    words = parser.parse_args()
    if words.seat not in (parties := load(words.scenario).parties):
        parser.error(f"{words.seat[:40]!r} has no seat in {words.scenario}; there are {', '.join(parties)}")
    missed = 0
    for name, script, factor, unit, bar, rounds in (
        ("first frame", FIRST_FRAME, 1, "s", 0.5, words.rounds),
        ("a scenario playable", PLAYABLE, 1, "s", 1.5, words.rounds),
        ("processor over ten still seconds", STILL_SECONDS, 100, "%", 1.0, 1),
        ("a frame while the map pans, 1920 × 1080", PAN, 1000, "ms", 16, words.rounds),
        ("a change of borders shown, 1920 × 1080", CHANGE, 1000, "ms", 150, words.rounds),
        ("most memory in a whole game", WHOLE_GAME, 1, "MB", 300, 1),
    ):
        figure = factor * statistics.median(told(script, words) for _ in range(rounds))
        missed += figure > bar
        print(f"{name:<44} {figure:9.2f} {unit:<3} bar {bar:g} {unit}   {'MISSED' if figure > bar else 'held'}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
