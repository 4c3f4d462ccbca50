"""The map: its picture, the names on it, moving over it."""
