"""Finds and writes the committed witnesses of a shipped scenario: `python -m tests.analysis.find_witnesses ID`.

It also prints the share of random games that comes to each step and ending.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.analysis.reach import Reach, Witness, reach, witnesses
from game.engine.compiler import compile_scenario
from game.errors import CannotRead
from game.scenario.loader import load

FOLDER = Path(__file__).parent / "witnesses"
SEEDS = range(20_000)


def read_witnesses(scenario: str) -> tuple[Witness, ...]:
    """Reads the committed witnesses of a scenario."""
    lines = json.loads((FOLDER / f"{scenario}.json").read_text("utf-8"))
    return tuple(
        Witness(line["seed"], tuple((seat, move) for seat, move in line["moves"]), line.get("step"), line.get("ending"))
        for line in lines
    )


def write_witnesses(scenario: str, found: tuple[Witness, ...]) -> None:
    """Writes witnesses, one a line."""
    FOLDER.mkdir(exist_ok=True)
    lines = ",\n".join(json.dumps(_as_json(one), ensure_ascii=False) for one in found)
    (FOLDER / f"{scenario}.json").write_text(f"[\n{lines}\n]\n", "utf-8")


def share_lines(found: Reach) -> list[str]:
    """Words the share of games that came to each step and ending."""
    counts = [*found.steps.items(), *((f"ending {id_}", count) for id_, count in found.endings.items())]
    return [f"{100 * found.share(count):8.3f} %  {name}" for name, count in counts]


def _as_json(one: Witness) -> dict[str, object]:
    reached = {"step": one.step} if one.step else {"ending": one.ending}
    return {**reached, "seed": one.seed, "moves": one.moves}


def main() -> None:
    """Finds the witnesses of the scenario named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", help="an id, a folder or a file")
    try:
        program = compile_scenario(load(parser.parse_args().scenario))
    except CannotRead as error:
        parser.error(str(error))
    shares = reach(program)
    print("\n".join(share_lines(shares)))
    print(f"never reached in {shares.games:,} random games: {', '.join(shares.never) or 'nothing'}")
    found = witnesses(program, SEEDS)
    write_witnesses(program.scenario.id, found)
    shown = {one.step or one.ending for one in found}
    missing = [id_ for id_ in (*program.scenario.steps, *program.scenario.endings) if id_ not in shown]
    print(f"{len(found)} witnesses; none for: {', '.join(missing) or 'nothing'}")


if __name__ == "__main__":
    main()
