"""Starts the game: `python main.py`, or with a verb, `python main.py --help`."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
