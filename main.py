"""Starts the game: `python main.py`, or with a verb, `python main.py --help`."""

if __name__ == "__main__":
    try:
        from game.start import main

        status = main()
    except KeyboardInterrupt:
        status = 130
    raise SystemExit(status)
