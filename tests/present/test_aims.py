"""What planners believed and asked for, in words."""

import pytest

from game.analysis.aims import Aims
from game.present.aims import aims_lines
from game.present.languages import speech_in
from tests.kept import kept_scenario


@pytest.mark.parametrize("language", ["en", "th"])
def test_what_was_asked_from_offer_to_offer_is_read_number_by_number(language: str) -> None:
    aims = Aims("soviet-union", beliefs=(), asked=(100, 93, 2))
    (line,) = aims_lines(kept_scenario("finland-1939"), "kremlin-talks", [aims], speech_in(language))
    assert "100, 93, 2" in line
