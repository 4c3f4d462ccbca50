"""People, places and terms in the report: links from where a section first names an entry, and the appendix.

The appendix holds only the entries that the report names, each with all that became known later, its sources, and
the way back. Without a codex nothing is linked and there is no appendix.
"""

from __future__ import annotations

import re
from dataclasses import replace

from game.present.codex import CodexView, EntryPage
from game.present.html_blocks import Writer, escaped, folded, rich
from game.present.parts import SourceLine

APPENDIX = "codex"
_BEGIN, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
"""Signs of no script, around what becomes a link once the words are escaped."""
_SIGNS = re.compile(f"[{_BEGIN}{_MIDDLE}{_END}]")
_LINK = re.compile(f"{_BEGIN}([a-z0-9-]+){_MIDDLE}([^{_END}]*){_END}")


class Links:
    """What of a codex the report names, section by section; `words` is how running words become markup."""

    def __init__(self, codex: CodexView | None) -> None:
        self.codex = codex
        self.named: dict[str, list[tuple[str, str]]] = {}
        """By entry, the id and the heading of every section that names it."""
        self._section = ("", "")
        self._linked: set[str] = set()

    def begin(self, section: str, heading: str) -> None:
        """Begins a section, in which each entry is linked where it is named first."""
        self._section, self._linked = (section, heading), set()

    def words(self, words: str) -> str:
        """Escapes words, sets `*emphasis*`, and links what this section names for the first time."""
        if self.codex is None:
            return rich(words)
        section = escaped(self._section[0])
        marked = self._marked(words, self._linked)
        for id_ in marked[1]:
            self.named.setdefault(id_, []).append(self._section)
        return _LINK.sub(rf'<a class="codex" id="named-{section}-\1" href="#entry-\1">\2</a>', rich(marked[0]))

    def inner(self, words: str, own: str) -> str:
        """Escapes words of the entry `own`, and links other entries that the report names."""
        others = {id_ for id_ in (self.codex.entries if self.codex else ()) if id_ not in self.named or id_ == own}
        return _LINK.sub(r'<a class="codex" href="#entry-\1">\2</a>', rich(self._marked(words, others)[0]))

    def _marked(self, words: str, done: set[str]) -> tuple[str, list[str]]:
        """Puts signs around the first naming of each entry that is not done; returns which there were."""
        words, pieces, found, end = _SIGNS.sub("", words), list[str](), list[str](), 0
        for one in self.codex.find(words) if self.codex else ():
            if one.entry not in done:
                done.add(one.entry)
                found.append(one.entry)
                link = f"{_BEGIN}{one.entry}{_MIDDLE}{words[one.start : one.end]}{_END}"
                pieces += [words[end : one.start], link]
                end = one.end
        return "".join((*pieces, words[end:])), found


def appendix(writer: Writer, links: Links) -> tuple[str, tuple[SourceLine, ...]]:
    """The entries that the report names, by name, and the sources that they add to its list; nothing if none."""
    if links.codex is None or not links.named:
        return "", ()
    pages = [links.codex.page(id_) for id_ in links.codex.in_order(links.named)]
    pages = [replace(page, sources=tuple(map(_as_of_codex, page.sources))) for page in pages]
    added = writer.also_cite(tuple({source.id: source for page in pages for source in page.sources}.values()))
    heading = escaped(writer.speech("codex.title"))
    entries = "\n".join(_entry(writer, links, page) for page in pages)
    return (
        f'<section id="{APPENDIX}" aria-labelledby="{APPENDIX}-heading"><h2 id="{APPENDIX}-heading">{heading}</h2>\n'
        f"{folded(writer.speech('debrief.folded'), entries)}\n</section>\n"
    ), added


def _as_of_codex(source: SourceLine) -> SourceLine:
    """A source of the codex under an id of its own: a scenario may call another by the same word."""
    return replace(source, id=f"codex:{source.id}")


def _entry(writer: Writer, links: Links, page: EntryPage) -> str:
    say, id_ = writer.speech, escaped(page.id)
    about = escaped(say("codex.about", kind=page.kind, dates=page.dates) if page.dates else page.kind)
    texts = [*page.paragraphs, *(say("codex.later", date=one.date, words=one.words) for one in page.later)]
    told = "".join(f"<p>{links.inner(words, page.id)}</p>" for words in texts[:-1])
    told += f"<p>{links.inner(texts[-1], page.id)}{writer.notes(page.sources)}</p>"
    see = [(f"entry-{one.id}", one.name) for one in page.see if one.id in links.named]
    back = [(f"named-{section}-{page.id}", heading) for section, heading in links.named[page.id]]
    ways = "".join(_ways(say(key), where) for key, where in (("codex.see", see), ("codex.back", back)) if where)
    return (
        f'<article class="entry" id="entry-{id_}"><h3>{rich(page.title)} <span class="about">{about}</span></h3>'
        f"{told}{ways}</article>"
    )


def _ways(label: str, where: list[tuple[str, str]]) -> str:
    links = ", ".join(f'<a href="#{escaped(id_)}">{rich(words)}</a>' for id_, words in where)
    return f'<p class="ways">{escaped(label)} {links}</p>'
