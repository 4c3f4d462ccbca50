"""The recorded path of `pact-1939` against figures typed from the documents."""

from __future__ import annotations

import pytest

from tests.history.documented import documented, program
from tests.history.recorded_path import RecordedPath


class TestTheRecordedPath(RecordedPath):
    scenario = "pact-1939"
    seals = ("moscow-mind", "berlin-nerve")


@pytest.mark.parametrize("unit", ["years", "million Reichsmarks", "per thousand", "divisions", "hours"])
def test_units_are_those_of_the_documents(unit: str) -> None:
    measured = [measure for measure, figures in documented("pact-1939").measures.items() if figures.unit == unit]
    assert measured
    for measure in measured:
        assert program("pact-1939").scenario.measures[measure].unit.paragraphs[0].source.startswith(unit), measure
