"""Names as sentences and lists have them: an article at the head of a name is small within a sentence.

Languages without articles leave names as they are. Kept apart from what knows scenarios, for pages shown before any.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.present.speech import Speech


def inside_a_sentence(speech: Speech, name: str) -> str:
    """A name with its article as a sentence has it: "the Soviet Union"."""
    if not speech.has("article.capital") or not name.startswith(article := speech("article.capital")):
        return name
    return speech("article.inside") + name[len(article) :]


def listed_names(speech: Speech, names: Sequence[str], joint: str = "and") -> str:
    """Names as a heading has them, in a list: "France and the Soviet Union"."""
    return speech.listed([*names[:1], *(inside_a_sentence(speech, name) for name in names[1:])], joint)
