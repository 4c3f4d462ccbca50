"""The desk: papers lie where they are laid, stay of their own colour, and cost little to lay anew."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.window.desk import Desk, rubbed
from game.window.theme import HIGH_CONTRAST, Colour, Palette

SIZE = (640, 420)
RECT = pygame.Rect(60, 60, 400, 300)


def laid(palette: Palette, colour: Colour | None = None) -> pygame.Surface:
    desk = Desk(palette, 1.0)
    ground = desk.top(SIZE).copy()
    desk.paper(ground, RECT, colour)
    return ground


def mean(surface: pygame.Surface, rect: pygame.Rect) -> Colour:
    red, green, blue, _ = pygame.transform.average_color(surface, rect)
    return red, green, blue


@pytest.mark.parametrize("name", ["paper", "sheet", "folder"])
def test_grain_leaves_a_paper_its_colour(name):
    colour = getattr(Palette(), name)
    found = mean(laid(Palette(), colour), RECT.inflate(-80, -80))
    assert all(abs(one - other) <= 6 for one, other in zip(found, colour, strict=True))


def test_a_paper_is_darker_at_its_edges_and_casts_a_shadow():
    ground, bare = laid(Palette()), Desk(Palette(), 1.0).top(SIZE)
    edge, middle = pygame.Rect(RECT.left + 1, 150, 6, 100), RECT.inflate(-200, -150)
    assert sum(mean(ground, edge)) < sum(mean(ground, middle)) - 12
    below = pygame.Rect(150, RECT.bottom + 2, 100, 6)
    assert sum(mean(ground, below)) < sum(mean(bare, below)) - 6


def test_grain_goes_on_without_a_seam():
    desk = Desk(Palette(), 1.0)
    ground = desk.top((1400, 200)).copy()
    desk.paper(ground, pygame.Rect(0, 0, 1400, 200))
    means = [sum(mean(ground, pygame.Rect(x, 40, 8, 120))) for x in range(540, 620, 8)]
    assert max(abs(one - other) for one, other in pairwise(means)) <= 4


def test_the_same_desk_comes_out_each_time():
    assert laid(Palette()).get_buffer().raw == laid(Palette()).get_buffer().raw


def test_high_contrast_has_no_grain():
    ground = laid(HIGH_CONTRAST)
    inside = RECT.inflate(-4, -4)
    assert mean(ground, inside) == HIGH_CONTRAST.paper
    assert {ground.get_at((x, inside.centery))[:3] for x in range(inside.left, inside.right)} == {HIGH_CONTRAST.paper}


def test_grain_is_made_once_however_the_window_changes(monkeypatch):
    made: list[Colour] = []
    from game.window import desk as module

    real = module.Grain.tile

    def counted(grain: module.Grain, colour: Colour, *, clouded: bool) -> pygame.Surface:
        made.append(colour)
        return real(grain, colour, clouded=clouded)

    monkeypatch.setattr(module.Grain, "tile", counted)
    first, second = Desk(Palette(), 1.0), Desk(Palette(), 1.7)
    for desk in (first, second):
        second.take_over(first)
        ground = desk.top(SIZE).copy()
        desk.paper(ground, RECT)
        desk.paper(ground, RECT.inflate(-10, -30))
    assert len(made) == 2


def test_another_palette_makes_a_desk_of_its_own():
    first, second = Desk(Palette(), 1.0), Desk(HIGH_CONTRAST, 1.0)
    first.top(SIZE)
    second.take_over(first)
    assert second.top(SIZE).get_at((5, 5))[:3] == HIGH_CONTRAST.desk


def test_a_stamp_loses_some_of_its_ink_and_never_a_place_of_it_wholly():
    print_ = pygame.Surface((120, 40), pygame.SRCALPHA)
    print_.fill((150, 30, 30, 255))
    worn = rubbed(print_, 0.0)
    alphas = [worn.get_at((x, y)).a for x in range(20, 100) for y in range(10, 30)]
    assert min(alphas) >= 90 and min(alphas) < max(alphas)
    assert sum(alphas) / len(alphas) > 200
