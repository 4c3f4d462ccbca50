"""A chart: a map drawn in a panel of the window, its picture, the names on it, and moving over it.

Two words are kept apart. A *map* is how land stands for a viewer, as a page tells it (`game.present.mapping.MapPage`);
players read of nothing else. A *chart* is one map drawn in one panel, so that a panel's `chart` is the map it draws.
"""
