"""Reads one country from a TopoJSON file of countries."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely
from districts import District
from numpy.typing import NDArray


def country(path: Path, number: str, code: str) -> District:
    """Reads the country of an ISO number, as one district under the country's three letters."""
    told = json.loads(path.read_text("utf-8"))
    scale, shift = np.array(told["transform"]["scale"]), np.array(told["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in told["arcs"]]
    (one,) = (each for each in told["objects"]["countries"]["geometries"] if each.get("id") == number)
    polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
    outlines = [shapely.Polygon(_ring(polygon[0], arcs)) for polygon in polygons]
    return District(code, "", shapely.make_valid(shapely.MultiPolygon(outlines)))


def _ring(places: list[int], arcs: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Joins arcs to a ring; a place below 0 means an arc backwards."""
    return np.concatenate([arcs[place] if place >= 0 else arcs[~place][::-1] for place in places])
