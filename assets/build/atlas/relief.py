"""Shades a sheet by its mountains, as light from the north-west would: a grey picture to lay over the land."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyproj
from numpy.typing import NDArray
from PIL import Image
from sheets import Sheet

Grid = NDArray[np.float64]

_NORTH, _SOUTH = 84.0, -90.0
"""Degrees of latitude between which the grid of elevations reaches."""
_SUN = np.radians(315.0)
_HEIGHT = np.radians(45.0)
_STEEPER = 14.0
"""How many times as steep slopes are drawn."""
_QUALITY = 82


def shaded(elevations: Path, sheet: Sheet, target: Path) -> None:
    """Writes the relief of a sheet: middle grey is flat, light faces the north-west."""
    Image.MAX_IMAGE_PIXELS = None
    grid = np.asarray(Image.open(elevations)).astype(np.float64)
    heights = _on_sheet(grid - np.median(grid[grid > 0]) * 0, sheet)
    metres = (sheet.corners[2] - sheet.corners[0]) / sheet.relief
    Image.fromarray(_shading(heights, metres)).save(target, quality=_QUALITY, optimize=True)


def _on_sheet(grid: Grid, sheet: Sheet) -> Grid:
    left, top, right, bottom = sheet.corners
    width, height = sheet.relief, round(sheet.relief * (top - bottom) / (right - left))
    easts = left + (np.arange(width) + 0.5) * (right - left) / width
    norths = top - (np.arange(height) + 0.5) * (top - bottom) / height
    turn = pyproj.Transformer.from_crs(pyproj.CRS.from_proj4(sheet.projection), 4326, always_xy=True)
    longitude, latitude = turn.transform(*np.meshgrid(easts, norths))
    off = ~np.isfinite(longitude) | ~np.isfinite(latitude)
    rows = (_NORTH - np.where(off, 0, latitude)) / (_NORTH - _SOUTH) * grid.shape[0] - 0.5
    columns = (np.where(off, 0, longitude) + 180) / 360 * grid.shape[1] - 0.5
    heights = _between(grid, rows, columns)
    heights[off] = 0
    return heights


def _between(grid: Grid, rows: Grid, columns: Grid) -> Grid:
    """Reads a grid between its points."""
    rows = np.clip(rows, 0, grid.shape[0] - 1.001)
    top, left = np.floor(rows).astype(int), np.floor(columns).astype(int)
    down, across = rows - top, columns - left
    left, right = left % grid.shape[1], (left + 1) % grid.shape[1]
    above = grid[top, left] * (1 - across) + grid[top, right] * across
    below = grid[top + 1, left] * (1 - across) + grid[top + 1, right] * across
    return above * (1 - down) + below * down


def _shading(heights: Grid, metres: float) -> NDArray[np.uint8]:
    south, east = np.gradient(heights, metres)
    slope = np.arctan(np.hypot(south, east) * _STEEPER)
    facing = np.arctan2(south, -east)
    light = np.sin(_HEIGHT) * np.cos(slope) + np.cos(_HEIGHT) * np.sin(slope) * np.cos(_SUN - np.pi / 2 - facing)
    return np.clip(255 * (0.5 + 0.62 * (light - np.sin(_HEIGHT))), 0, 255).astype(np.uint8)
