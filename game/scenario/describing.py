"""What the tree of a file says, by its description: a scenario, the world catalogue or the codex.

A file that fits is read quickly. Only for one that does not is the description itself loaded, which is slow, to word
what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from game.scenario.shapes import fitted

if TYPE_CHECKING:
    from game.scenario.description import ScenarioDescription, WorldDescription
    from game.scenario.description_codex import CodexDescription
    from game.scenario.nodes import Node
    from game.scenario.positions import Finding


def scenario_described(node: Node, findings: list[Finding]) -> ScenarioDescription | None:
    """The scenario that `node` describes, or None after at least one finding."""
    found = fitted(node, "ScenarioDescription")
    if found is not None:
        return cast("ScenarioDescription", found)
    from game.scenario.description import ScenarioDescription
    from game.scenario.description_reader import described

    return described(node, ScenarioDescription, findings)


def world_described(node: Node, findings: list[Finding]) -> WorldDescription | None:
    """The world catalogue that `node` describes, or None after at least one finding."""
    found = fitted(node, "WorldDescription")
    if found is not None:
        return cast("WorldDescription", found)
    from game.scenario.description import WorldDescription
    from game.scenario.description_reader import described

    return described(node, WorldDescription, findings)


def codex_described(node: Node, findings: list[Finding]) -> CodexDescription | None:
    """The codex that `node` describes, or None after at least one finding."""
    found = fitted(node, "CodexDescription")
    if found is not None:
        return cast("CodexDescription", found)
    from game.scenario.description_codex import CodexDescription
    from game.scenario.description_reader import described

    return described(node, CodexDescription, findings)
