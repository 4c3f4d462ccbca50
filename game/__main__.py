"""Starts the game as a module: `python -m game`, the same as `python main.py`."""

if __name__ == "__main__":
    try:
        from game.start import main

        status = main()
    except KeyboardInterrupt:
        status = 130
    raise SystemExit(status)
