"""What is said in English around the codex: its headings, its commands, and what cannot be found in it."""

from __future__ import annotations

CODEX = {
    "codex.title": "People, places and terms",
    "codex.kinds.person": "People",
    "codex.kinds.place": "Places",
    "codex.kinds.body": "Institutions",
    "codex.kinds.document": "Documents",
    "codex.kinds.event": "Events",
    "codex.kinds.term": "Terms",
    "codex.kind.person": "person",
    "codex.kind.place": "place",
    "codex.kind.body": "institution",
    "codex.kind.document": "document",
    "codex.kind.event": "event",
    "codex.kind.term": "term",
    "codex.about": "{kind}, {dates}",
    "codex.later": "*{date}:* {words}",
    "codex.see": "See also:",
    "codex.back": "Named in:",
    "codex.on-this-page": "On this page",
    "codex.with-words": "Where “{typed}” stands",
    "codex.how": "Type codex and a name, or a few words of it, to open an entry.",
    "codex.how-before": "Type codex and a name to open an entry, or answer the question above.",
    "codex.empty": "The codex has no entry for what has been read so far.",
    "codex.none": "There is no codex with this scenario.",
    "codex.unknown": 'The codex has nothing on "{typed}"; codex alone lists what it has.',
    "codex.meant": 'The codex has nothing on "{typed}". Did you mean "{meant}"?',
    "command.codex": "codex: people, places and terms that the pages name; codex NAME opens an entry, codex WORD finds "
    "those with a word",
}
