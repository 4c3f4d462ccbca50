"""Words without a screen: what every face of the game says, as plain strings in frozen pages."""
