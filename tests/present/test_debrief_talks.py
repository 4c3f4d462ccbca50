"""What talks are called in the debrief."""

from game.analysis.recorded import recorded_game
from game.present.debrief_talks import talks_title
from game.present.languages import speech_in
from game.present.reader import Reader
from tests.kept import kept_program


def test_talks_of_several_sessions_are_not_called_by_the_first_alone() -> None:
    game = recorded_game(kept_program("finland-1939"), 0)
    reader = Reader(game.scenario, game.view("finland"), speech_in("en"))
    assert talks_title(reader, game, "kremlin-talks") == "In the Kremlin: the first session, and 3 sessions after it"
    assert talks_title(reader, game, "moscow-peace") == "Peace in Moscow"
