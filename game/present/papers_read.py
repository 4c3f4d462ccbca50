"""Which papers of the desk each party has read; of those that it has not, its pages say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping


class PapersRead:
    """The ids of the papers that were read, by party."""

    def __init__(self, read: Mapping[str, Collection[str]]) -> None:
        self._read = {party: set(papers) for party, papers in read.items()}

    @property
    def by_party(self) -> Mapping[str, Collection[str]]:
        """All of them, to be written down."""
        return self._read

    def of(self, party: str) -> Collection[str]:
        """Those that a party has read."""
        return self._read.get(party, ())

    def read(self, party: str, paper: str) -> bool:
        """Notes that a party has read a paper; tells whether it had not before."""
        papers = self._read.setdefault(party, set())
        new = paper not in papers
        papers.add(paper)
        return new
