"""One module for each kind of page: what it looks like, from the words of `game.present`."""
