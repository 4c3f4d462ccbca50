"""Looks at games as a whole: transcripts, distance from the record, what can be reached, tables and talks."""
