"""The debrief as one HTML file: nothing to fetch, no script, fit to read in light and dark and to print on A4.

Every word is escaped, so that a scenario or a reason from a stranger can show text and nothing else; a policy in
the file forbids whatever might slip through. How it looks is in `html_style`, pictures are in `html_plot`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.present.breaking import unbroken
from game.present.codex import CodexView
from game.present.debrief_parts import CHAIR, Block, Case, Chair, Debrief, Grid, Items, Maps, Passage, Section, Sources
from game.present.html_blocks import Writer, escaped, folded, rich
from game.present.html_breaks import with_breaks
from game.present.html_codex import APPENDIX, Links, appendix
from game.present.html_fonts import thai_style
from game.present.html_style import STYLE
from game.present.speech import Speech
from game.storage.files import CannotWrite, stands, write_atomically

_FIRST = ("ending", "first-divergence", "questions", "chapter")
_FOLDED = ("accounts", "briefs")
"""What is long and seldom read; the appendix of the codex and the sources are folded as well."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
_FORMER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What reports had that carried no faces."""


def write(debrief: Debrief, speech: Speech, path: Path, codex: CodexView | None = None) -> None:
    """Writes the report, all or nothing; it takes the place of an earlier report, and of nothing else.

    With a `codex` it links to an appendix of the entries that it names.

    Raises:
        CannotWrite: when something else stands at `path`, or the folder or the disk refuses.
    """
    if stands(path) and not _is_report(path):
        what = "a folder" if path.is_dir() else "not an earlier report"
        raise CannotWrite(f"{path} is {what} and was left as it is; name another file for the report.")
    write_atomically(path, render(debrief, speech, codex).encode())


def _is_report(path: Path) -> bool:
    """Tells whether an HTML page with a report's own policy stands at `path`."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(400).decode(errors="replace")
    except OSError:
        return False
    ours = any(escaped(policy) in start for policy in (_POLICY, _FORMER_POLICY))
    return start.startswith("<!DOCTYPE html>") and ours


def render(debrief: Debrief, speech: Speech, codex: CodexView | None = None) -> str:
    """Renders the report as the text of one HTML document."""
    links = Links(codex)
    writer = Writer(speech, debrief.sources, links.words)
    debrief = replace(debrief, sections=_said_once(_in_order(debrief.sections)))
    sections = "\n".join(_linked_section(writer, links, section, debrief.chairs) for section in debrief.sections)
    entries, cited = appendix(writer, links)
    title = escaped(f"{unbroken(debrief.title)} · {speech('debrief.masthead')}")
    body = f"""{_masthead(debrief, speech)}
{_contents(debrief, speech, has_codex=bool(entries))}
<main>
{sections}
{entries}{_sources(writer, debrief.sources, cited)}
</main>
<footer><p>{rich(debrief.licence)}</p></footer>"""
    return f"""<!DOCTYPE html>
<html lang="{escaped(debrief.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{STYLE}{thai_style(body)}</style>
</head>
<body>
{with_breaks(body)}
</body>
</html>
"""


def _in_order(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Brings forward what a class talks about; the rest keeps the debrief's order."""
    by_id = {section.id: section for section in sections}
    first = [by_id.pop(id_) for id_ in _FIRST if id_ in by_id]
    return (*first, *by_id.values())


def _said_once(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Leaves out passages that an earlier section has, such as the name of the textbook."""
    said: set[Passage] = set()
    kept = []
    for section in sections:
        new = tuple(block for block in section.blocks if not (isinstance(block, Passage) and block in said))
        kept.append(replace(section, blocks=new))
        said.update(block for block in section.blocks if isinstance(block, Passage))
    return tuple(kept)


def _masthead(debrief: Debrief, speech: Speech) -> str:
    note = "".join(f"<p>{rich(one)}</p>" for one in debrief.content_note)
    note = f'<div class="content-note"><p>{escaped(speech("debrief.content-note"))}</p>{note}</div>' if note else ""
    played = "".join(f"<li>{rich(line)}</li>" for line in debrief.played)
    kind = f"{speech('debrief.kind')} · " if debrief.section("first-divergence") is not None else ""
    return (
        f'<header class="masthead"><p class="house">{escaped(speech("debrief.masthead"))}</p>'
        f'<h1>{rich(debrief.title)}</h1><p class="kind">{escaped(kind)}{escaped(debrief.dates)}</p>'
        f'<ul class="played">{played}</ul>{note}</header>'
    )


def _contents(debrief: Debrief, speech: Speech, *, has_codex: bool) -> str:
    headings = [(section.id, section.heading) for section in debrief.sections]
    headings += [(APPENDIX, speech("codex.title"))] if has_codex else []
    headings.append(("sources", speech("debrief.sources")))
    lines = "".join(f'<li><a href="#{escaped(id_)}">{rich(heading)}</a></li>' for id_, heading in headings)
    label = escaped(speech("debrief.contents"))
    return f'<nav aria-label="{label}"><h2>{label}</h2><ol>{lines}</ol></nav>'


def _linked_section(writer: Writer, links: Links, section: Section, chairs: tuple[Chair, ...]) -> str:
    links.begin(section.id, section.heading)
    return _section(writer, section, chairs if section.id == CHAIR else ())


def _section(writer: Writer, section: Section, chairs: tuple[Chair, ...]) -> str:
    """Writes a section; the replays that it leads to are folded beneath it."""
    blocks = _blocks(writer, section)
    if section.id in _FOLDED:
        blocks = folded(writer.speech("debrief.folded"), blocks)
    replays = [folded(chair.replay.heading, _blocks(writer, chair.replay)) for chair in chairs]
    blocks = "\n".join((blocks, *replays))
    id_ = escaped(section.id)
    return (
        f'<section id="{id_}" aria-labelledby="{id_}-heading">'
        f'<h2 id="{id_}-heading">{rich(section.heading)}</h2>\n{blocks}\n</section>'
    )


def _blocks(writer: Writer, section: Section) -> str:
    return "\n".join(_block(writer, block) for block in section.blocks)


def _block(writer: Writer, block: Block) -> str:
    match block:
        case Passage():
            return writer.passage(block)
        case Items():
            return writer.items(block)
        case Grid():
            return writer.grid(block)
        case Case():
            return writer.case(block)
        case Maps():
            return writer.maps(block)


def _sources(writer: Writer, sources: Sources, of_codex: Sources) -> str:
    """The list of sources; those that only the codex cites are printed with it."""
    shades = ("",) * len(sources) + (' class="of-codex"',) * len(of_codex)
    lines = "".join(
        f'<li id="source-{number}"{shade}>{rich(source.words)}</li>'
        for number, (source, shade) in enumerate(zip((*sources, *of_codex), shades, strict=True), start=1)
    )
    heading = escaped(writer.speech("debrief.sources"))
    listed = f'<ol class="sources">{lines}</ol>'
    return (
        '<section id="sources" aria-labelledby="sources-heading">'
        f'<h2 id="sources-heading">{heading}</h2>'
        f"{folded(writer.speech('debrief.folded.sources'), listed)}</section>"
    )
