"""What a scalar of a file stands for: a whole number, a truth, or words. Which of them may stand where is not known."""

from __future__ import annotations

import re

from game.scenario.nodes import Scalar

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER_BEGINS = frozenset("-0123456789")


def value_of(node: Scalar) -> str | int | bool:
    """The value of a scalar; only unquoted ones are numbers or truths."""
    text = node.text
    if not node.plain:
        return text
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text[:1] in _NUMBER_BEGINS and _WHOLE.fullmatch(text) else text
