"""Random numbers as a pure function of seed, game, place and index: the only source of chance.

Every draw is 32 bits of an integer hash of (seed, game number, salt of the place, draw index), so game k of a
batch replays alone, in any block size, on any machine. Nothing keeps a state. The hash is a two-key
multiply-xorshift mix of 32-bit words; its statistical tests are in `tests/engine/test_chance.py`.

Source: the multiply and xorshift constants are those of C. Wellons, "Prospecting for hash functions" (2018),
and of the finalizer of MurmurHash3 (A. Appleby, 2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]
Counts = NDArray[np.int32]

_MASK = 0xFFFFFFFF
_FIRST, _SECOND, _THIRD = 0x7FEB352D, 0x846CA68B, 0xC2B2AE35


@lru_cache(maxsize=1024)
def _word(value: int) -> Words:
    """Makes a constant of the shape `()`, which numpy takes in faster than a number."""
    return _frozen(np.array(value, np.uint32))


def _frozen(words: Words) -> Words:
    words.flags.writeable = False
    return words


_FIRST_WORD, _SECOND_WORD, _THIRD_WORD = _word(_FIRST), _word(_SECOND), _word(_THIRD)
_13, _15, _16 = _word(13), _word(15), _word(16)
_UPPER = 2**13
"""Numbers below this one are in the upper bits of a word, down to the 13th."""


@lru_cache(maxsize=4096)
def salt(*words: str | int) -> int:
    """Hashes words to 32 bits (FNV-1a over their UTF-8 joined by a zero byte), the name of a place."""
    value = 0x811C9DC5
    for byte in "\0".join(str(word) for word in words).encode():
        value = ((value ^ byte) * 0x01000193) & _MASK
    return value


def mix(value: int) -> int:
    """Scrambles one 32-bit integer; a bijection."""
    value ^= value >> 16
    value = (value * _FIRST) & _MASK
    value ^= value >> 15
    value = (value * _SECOND) & _MASK
    return value ^ (value >> 16)


@lru_cache(maxsize=16_384)
def _constant(salt: int, index: int) -> Words:
    """Makes the constant by which the draws of a place are told apart."""
    return _frozen(np.array(_place(salt, index), np.uint32))


@lru_cache(maxsize=4096)
def _constants(salt: int, indexes: tuple[int, ...]) -> Words:
    """Makes the constants of several draws, shape `(indexes, 1)`."""
    return _frozen(np.array([[_place(salt, index)] for index in indexes], np.uint32))


def _place(salt: int, index: int) -> int:
    return mix((salt + index * 0x9E3779B9) & _MASK)


@dataclass(frozen=True, slots=True)
class Keys:
    """The two 32-bit keys of each game, each of shape `(rows,)`."""

    first: Words
    second: Words

    def take(self, rows: NDArray[np.intp]) -> Keys:
        """Returns the keys of some rows only."""
        return Keys(self.first.take(rows), self.second.take(rows))

    def __len__(self) -> int:
        return len(self.first)


def game_keys(seed: int, games: NDArray[np.int64]) -> Keys:
    """Makes the keys of games by number; `seed` may be any integer, its lowest 64 bits count."""
    low, high = mix((seed & _MASK) ^ 0x9E3779B9), mix(((seed >> 32) & _MASK) ^ 0x85EBCA6B)
    numbers = (games & _MASK).astype(np.uint32)
    upper = ((games >> 32) & _MASK).astype(np.uint32)
    first = _mix_words(numbers ^ np.uint32(low)) ^ upper
    second = _mix_words(_mix_words(numbers + np.uint32(high)) ^ np.uint32(low) ^ upper)
    return Keys(first, second)


def _mix_words(words: Words) -> Words:
    words = words ^ (words >> _16)
    words *= _FIRST_WORD
    words ^= words >> _15
    words *= _SECOND_WORD
    words ^= words >> _16
    return words


@dataclass(frozen=True, slots=True)
class Stream:
    """The draws of one place (its `salt`) for some games; draws are told apart by their index."""

    keys: Keys
    salt: int

    def take(self, rows: NDArray[np.intp]) -> Stream:
        """Returns the draws of some rows only."""
        return Stream(self.keys.take(rows), self.salt)

    def words(self, index: int | Sequence[int]) -> Words:
        """Draws 32 random bits a row; of several indexes at once, shape `(indexes, rows)`."""
        words = self.mixed(index)
        words ^= words >> _13
        return words

    def below(self, index: int | Sequence[int], bound: int | Counts) -> Words:
        """Draws a whole number in `[0, bound)` a row; `bound` below 65,536, exact to one part in 65,536."""
        if isinstance(bound, int) and bound > 1 and bound.bit_count() == 1 and bound <= _UPPER:
            words = self.mixed(index)  # the last of the mixing reaches none of the bits that count here
            words >>= _word(33 - bound.bit_length())
            return words
        words = self.words(index)
        words >>= _16
        words *= _word(bound) if isinstance(bound, int) else bound.view(np.uint32)
        words >>= _16
        return words

    def mixed(self, index: int | Sequence[int]) -> Words:
        """Draws words of which the 13 upper bits are done, all that some draws look at; every draw begins here."""
        words = self.keys.first ^ self._constant(index)
        shifted = np.empty_like(words)
        words *= _FIRST_WORD
        words ^= np.right_shift(words, _15, shifted)
        words += self.keys.second
        words *= _THIRD_WORD
        words ^= np.right_shift(words, _16, shifted)
        words *= _SECOND_WORD
        return words

    def _constant(self, index: int | Sequence[int]) -> Words:
        if isinstance(index, int):
            return _constant(self.salt, index)
        return _constants(self.salt, tuple(index))

    def weighted(self, index: int, weights: Sequence[int | Counts]) -> NDArray[np.int8]:
        """Draws a position in `weights` a row, with odds in proportion; all weights 0 gives position 0.

        `weights` are whole numbers and arrays of shape `(rows,)`; their sum is below 65,536.
        """
        constant = tuple(weight for weight in weights if isinstance(weight, int))
        if len(constant) == len(weights):
            return self._among(index, constant)
        *sums, total = accumulate(weights, lambda sum_, weight: np.add(sum_, weight, dtype=np.int32))
        drawn = self.below(index, total).view(np.int32)
        position = np.zeros(len(self.keys), np.int8)
        for bound in sums:
            position += (drawn >= bound).view(np.int8)
        position *= (total > 0).view(np.int8)
        return position

    def _among(self, index: int, weights: tuple[int, ...]) -> NDArray[np.int8]:
        """Draws a position by constant weights: by comparing with what the least numbers of each come from."""
        first, *others = _reached(weights) or (None,)
        if first is None:
            return np.zeros(len(self.keys), np.int8)
        words = self.words(index)
        position = (words >= first).view(np.int8)
        for bound in others:
            position += (words >= bound).view(np.int8)
        return position


@lru_cache(maxsize=1024)
def _reached(weights: tuple[int, ...]) -> tuple[Words, ...]:
    """Lists the words from which on a draw goes past each position; those that none reaches are left out."""
    *sums, total = accumulate(weights)
    bounds = [-(-bound * 2**16 // total) << 16 for bound in sums if total]
    return tuple(_word(bound) for bound in bounds if bound <= _MASK)
