"""The dice of one game in plain integers, written again from the description of `game.engine.chance`.

Everything is arithmetic on 32-bit words; nothing here knows of rules or uses arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WORD = 0xFFFFFFFF
GOLDEN = 0x9E3779B9


def salt(*words: str | int) -> int:
    """Names a place: FNV-1a over the UTF-8 bytes of the words, joined by a zero byte."""
    value = 2166136261
    for byte in "\0".join(str(word) for word in words).encode("utf-8"):
        value = ((value ^ byte) * 16777619) % 2**32
    return value


def mix(value: int) -> int:
    """Scrambles one word."""
    value ^= value >> 16
    value = (value * 0x7FEB352D) & WORD
    value ^= value >> 15
    value = (value * 0x846CA68B) & WORD
    return value ^ (value >> 16)


@dataclass(frozen=True, slots=True)
class Dice:
    """The two keys of one game; every draw is a function of them, a place and an index."""

    first: int
    second: int

    def word(self, place: int, index: int) -> int:
        """Draws 32 bits."""
        word = self.first ^ mix((place + index * GOLDEN) & WORD)
        word = (word * 0x7FEB352D) & WORD
        word ^= word >> 15
        word = (word + self.second) & WORD
        word = (word * 0xC2B2AE35) & WORD
        word ^= word >> 16
        word = (word * 0x846CA68B) & WORD
        return word ^ (word >> 13)

    def below(self, place: int, index: int, bound: int) -> int:
        """Draws a whole number from 0 up to, not including, `bound`."""
        return ((self.word(place, index) >> 16) * bound) >> 16

    def weighted(self, place: int, index: int, weights: Sequence[int]) -> int:
        """Draws a position in `weights`; weights that are all 0 give the first."""
        left = self.below(place, index, sum(weights))
        for position, weight in enumerate(weights):
            if left < weight:
                return position
            left -= weight
        return 0


def dice(seed: int, game: int) -> Dice:
    """Makes the dice of game number `game` under `seed`."""
    low = mix((seed & WORD) ^ GOLDEN)
    high = mix(((seed >> 32) & WORD) ^ 0x85EBCA6B)
    number, upper = game & WORD, (game >> 32) & WORD
    first = mix(number ^ low) ^ upper
    second = mix(mix((number + high) & WORD) ^ low ^ upper)
    return Dice(first, second)
