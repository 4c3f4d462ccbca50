"""Valid files with a few places spoilt: a key dropped, values exchanged, a kind changed, an expression twisted.

Most of what comes out is refused; the rest must play. The source of chance is the caller's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 100, 10**9, -(10**9), 10**12, 1.5, "", " ", "x", "play", "program", "not-reached",
    "none", "always", "never", "yes", [], {}, [[]], {"a": 1}, ["arden"], "arden", "disputed", "0..0", "-5..5",
    "1925-02-30", "ก",
)  # fmt: skip
WORDS = (
    "and", "or", "not", "(", ")", "+", "-", "*", "/", "0", "1", "99999", "==", "!=", "<", "in [", "]", "if", "else",
    ",", "min(", "max(", "tension", "owner.gull-shoal", "lit", "arden", "-3", "+=", "=", "make", "never", "always",
)  # fmt: skip

Place = tuple[Any, Any]
"""A group or list, and a key or index in it."""


def places(node: Any) -> Iterator[Place]:
    """Every place of a file that holds something."""
    if isinstance(node, dict | list):
        for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
            yield node, key
            yield from places(value)


def _pick(file: Any, random: Random) -> Place:
    return random.choice(list(places(file)))


def _drop(file: Any, random: Random) -> None:
    node, key = _pick(file, random)
    del node[key]


def _exchange(file: Any, random: Random) -> None:
    (one, key), (other, at) = _pick(file, random), _pick(file, random)
    one[key], other[at] = json.loads(json.dumps(other[at])), json.loads(json.dumps(one[key]))


def _copy(file: Any, random: Random) -> None:
    """Puts a value of the file where another of its kind stands: what is alike in kind is the likeliest to pass."""
    node, key = _pick(file, random)
    alike = [one[at] for one, at in places(file) if type(one[at]) is type(node[key])]
    node[key] = json.loads(json.dumps(random.choice(alike)))


def _same_key(file: Any, random: Random) -> None:
    """Puts here what stands under the same key elsewhere."""
    node, key = _pick(file, random)
    node[key] = json.loads(json.dumps(random.choice([one[at] for one, at in places(file) if at == key])))


def _odd(file: Any, random: Random) -> None:
    node, key = _pick(file, random)
    node[key] = random.choice(ODD)


def _twist(file: Any, random: Random) -> None:
    """Changes a word of an expression, or of whatever else has words."""
    keys = ("when", "value", "odds", "do", "kept-when", "arden", "borrel", "corvane")
    spots = [place for place in places(file) if place[1] in keys and isinstance(place[0][place[1]], str)]
    node, key = random.choice(spots)
    words = node[key].split(" ")
    place = random.randrange(len(words))
    words[place : place + random.choice([0, 1])] = [random.choice(WORDS)]
    node[key] = " ".join(words)


def _move(file: Any, random: Random) -> None:
    """Exchanges the order of two neighbours in a list, or renames a key."""
    node, key = _pick(file, random)
    if isinstance(node, list):
        other = random.randrange(len(node))
        node[key], node[other] = node[other], node[key]
    else:
        renamed = random.choice([other for one, other in places(file) if isinstance(one, dict)])
        node[renamed] = node.pop(key)


def _twice(file: Any, random: Random) -> None:
    lists = [one for one, _ in places(file) if isinstance(one, list)]
    if lists:
        chosen = random.choice(lists)
        chosen.append(json.loads(json.dumps(random.choice(chosen))))


SPOILING: tuple[Callable[[Any, Random], None], ...] = (
    _drop, _exchange, _copy, _copy, _same_key, _same_key, _odd, _twist, _twist, _twist, _move, _twice,
)  # fmt: skip


def spoilt(file: Any, random: Random) -> Any:
    """A copy of a file, spoilt in one to three places."""
    copy = json.loads(json.dumps(file)) | {"id": "spoilt"}
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        random.choice(SPOILING)(copy, random)
    return copy if copy.get("id") == "spoilt" else copy | {"id": "spoilt"}
