"""From a file to a checked scenario: strict reading, the little language, knowledge, texts, and what `check` says."""
