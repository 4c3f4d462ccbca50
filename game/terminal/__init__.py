"""The game in a terminal: pages as text, commands as words."""
