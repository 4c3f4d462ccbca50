"""Seats: the styles that the program plays by, a match of people and styles, many games at once."""
