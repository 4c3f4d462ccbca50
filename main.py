"""Starts the game: `python main.py`, or with a verb, `python main.py --help`."""

import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may well be the one that is called)
        sys.exit("Grand Alliance needs Python 3.11 or a later one; this is " + sys.version.split()[0] + ".")
    try:
        from game.start import main

        status = main()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
