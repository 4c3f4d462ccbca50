"""The decisive session from the other chair, in English."""

from __future__ import annotations

CHAIR = {
    "command.chair": "chair PARTY: after the end, the decisive session as another side lived it",
    "debrief.chair.how.one": "To read it so: chair",
    "debrief.chair.how.many": "To read it so: chair PARTY",
    "debrief.chair.not-yet": "The other side's papers open when the game is over.",
    "debrief.chair.nobody": "No talks were held in this game, so that there is no session to read again.",
    "debrief.chair.whose": "Whose chair? There are those of {parties}.",
    "debrief.chair": "The decisive session, from the other chair",
    "debrief.chair.why": "No session moved more for {party} than this one: {session} ({dates}). By what was settled or "
    "lay on the table, with all else left as it stood, the issues were worth {before} of 100 to it when the session "
    "opened, and {after} when it ended.",
    "debrief.chair.why.whole": "No session moved more for {party} than this one: {session} ({dates}). What it could "
    "count on (to leave, or to take what another offered if that was better) was worth {before} of 100 to it when the "
    "session opened, and {after} when it ended.",
    "debrief.chair.why.signed": "No session moved more for {party} than this one: {session} ({dates}). What it could "
    "count on before (to leave, or to take what another offered if that was better) was worth {before} of 100 to it; "
    "what was signed was worth {after}.",
    "debrief.chair.even": "No session moved anything for {party}. The last one held was this: {session} ({dates}).",
    "debrief.chair.open": "It can be read once more as it was for {parties}: with the papers, the instructions and "
    "the figures of that side.",
    "debrief.chair.of": "{session} (the chair of {party})",
    "debrief.chair.intro": "This is the session as it was for {party}. “We” are that delegation; nobody else knew its "
    "instructions and its figures.",
    "debrief.chair.told": "What {party} came with",
    "debrief.chair.least": "The least",
    "debrief.chair.parting": "Parting",
    "debrief.chair.together": "Together",
    "debrief.chair.linked": "{words} ({share} of 100)",
    "debrief.chair.wishes": "What was to be had, the dearest first",
    "debrief.chair.wish": "Issue",
    "debrief.chair.wish.weight": "To us",
    "debrief.chair.wish.options": "Ways to settle it, by what each was worth to us",
    "debrief.chair.option": "{option} ({value})",
    "debrief.chair.papers": "Other papers on the desk:",
    "debrief.chair.moves": "Move by move",
    "debrief.chair.move": "Move",
    "debrief.chair.worth": "Worth to us then",
    "debrief.chair.least-then": "Our least then",
    "debrief.chair.note": "Worth of what was settled and lay on the table after each move, of 100 for all that {party} "
    "asked. For less than its least, leaving was better.",
    "debrief.chair.note.whole": "Worth of the package that lay on the table after each move, of 100 for all that "
    "{party} asked; where none lay there, of leaving. For less than its least, leaving was better.",
    "debrief.chair.came": "What it came to, and what could have been had",
    "debrief.chair.closed": "When the talks closed, what held was worth {worth} of 100 to {party}; its least was "
    "{least}.",
    "debrief.chair.closed.nothing": "The talks closed and nothing was signed; to leave was worth {least} of 100 to "
    "{party}.",
    "debrief.chair.went-on": "When the session ended, what was settled and lay on the table was worth {worth} of 100 "
    "to {party}; its least was {least}.",
    "debrief.chair.went-on.nothing": "When the session ended, nothing lay on the table; to leave was worth {least} of "
    "100 to {party}.",
    "debrief.chair.offered": "The most that lay there for it to accept was worth {worth} (after move {place}).",
    "debrief.chair.nothing-offered": "Nothing lay there in this session that it could have accepted.",
    "debrief.chair.could-have": "Of the packages that were worth at least as much to every side as leaving, the best "
    "for {party} was worth {worth}: {terms}.",
    "debrief.chair.none-suits": "No package of this table was better than leaving for every side.",
}
