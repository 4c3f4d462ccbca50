"""The window: the pages of `game.present`, drawn and acted on with mouse and keyboard."""
