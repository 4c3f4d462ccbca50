"""The rules: a checked scenario compiled to one program over columns, and the games that run on it."""
