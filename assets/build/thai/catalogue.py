"""Keeps the gettext catalogues of the interface: takes the English sentences out, brings the Thai file up to date.

Run by hand when a sentence of the interface changes; the game never imports it. Needs: babel.
`python -m assets.build.thai.catalogue` writes `interface.pot`, merges it into `th.po` (what has changed becomes
fuzzy, what is new is empty) and compiles it. Contexts are the keys of the sentences.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.present.english import ENGLISH_ALONE, english

LOCALE = Path(__file__).resolve().parents[2] / "locale"
TEMPLATE = LOCALE / "interface.pot"
THAI = LOCALE / "th" / "LC_MESSAGES" / "interface.po"
COMPILED = THAI.with_suffix(".mo")
_HEADER = """\
# Grand Alliance: the sentences of the interface.
# Contexts are the keys in game/present/english*.py; {words} are filled in, *words* are emphasis.
# Thai phrases may be parted with zero-width spaces where a line may break; the tool beside sets them."""


_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Instead of the date of making, so that the same sentences make the same file."""


def template() -> Catalog:
    """The English sentences that are translated, in the order of the code."""
    catalog = _empty()
    for key, sentence in english().sentences.items():
        if key not in ENGLISH_ALONE:
            catalog.add(sentence, context=key)
    return catalog


def thai() -> Catalog:
    """The Thai catalogue as its file has it; empty where there is none yet."""
    if not THAI.is_file():
        return _empty("th")
    with THAI.open("rb") as file:
        return read_po(file, locale="th")


def updated(catalog: Catalog) -> Catalog:
    """The catalogue with the sentences that there are now; what was translated stays with its key."""
    fresh = _empty("th")
    known = {message.context: message for message in catalog if message.id}
    for message in template():
        if not message.id:
            continue
        former = known.get(message.context)
        string = former.string if former is not None else ""
        changed = former is not None and former.id != message.id
        flags = {"fuzzy"} if string and (changed or (former is not None and former.fuzzy)) else set()
        fresh.add(message.id, string, context=message.context, flags=flags)
    return fresh


def written(catalog: Catalog) -> bytes:
    """The catalogue as the text of a .po file."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=False)
    return _without_dates(buffer.getvalue())


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as a .mo file; the same sentences give the same bytes."""
    bare = Catalog(locale="th", charset="utf-8", creation_date=_NO_DATE, revision_date=_NO_DATE)
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            bare.add(message.id, message.string, context=message.context)
    bare.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
    buffer = io.BytesIO()
    write_mo(buffer, bare)
    return buffer.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The keys without a translation, or with one that is to be looked at again."""
    return [str(message.context) for message in catalog if message.id and (not message.string or message.fuzzy)]


def main() -> int:
    """Writes the three files; tells what is still to be translated, and answers 1 while something is."""
    THAI.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(written(template()))
    catalog = updated(thai())
    THAI.write_bytes(written(catalog))
    COMPILED.write_bytes(compiled(catalog))
    missing = untranslated(catalog)
    print(f"{len(missing)} of {sum(bool(message.id) for message in catalog)} sentences are to be translated.")
    for key in missing:
        print(f"    {key}")
    return 1 if missing else 0


def _empty(locale: str | None = None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Grand Alliance",
        version="1",
        header_comment=_HEADER,
        msgid_bugs_address="the project",
        last_translator="the project",
        language_team="the project",
        charset="utf-8",
        fuzzy=False,
    )


def _without_dates(text: bytes) -> bytes:
    """A file that changes only when a sentence does carries no date of its making."""
    kept = (line for line in text.split(b"\n") if not line.startswith((b'"POT-Creation-Date', b'"PO-Revision-Date')))
    return b"\n".join(kept)


if __name__ == "__main__":
    sys.exit(main())
