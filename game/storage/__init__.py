"""Saves, settings and the places where they live."""
