"""What parties that plan believed and aimed at, in English."""

from __future__ import annotations

AIMS = {
    "debrief.aims": "What the strategists believed",
    "aims.believed": "{party} thought that to {other} these mattered most: {issues}.",
    "aims.least": "By what it heard, {other} would have been content with {least} parts in a hundred of what it may "
    "want, or with less.",
    "aims.unheard": "{party} heard no offer, and presumed that others want the opposite of what it wants.",
    "aims.asked": "Its own offers asked for these parts in a hundred of what it could gain: {shares}.",
}
