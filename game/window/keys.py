"""What keys do: the one table of them. Arrows, Tab, Enter and digits are the stage's; the others are actions."""

from __future__ import annotations

import pygame

ACTION_KEYS = {
    pygame.K_F1: "sources",
    pygame.K_F2: "state",
    pygame.K_F3: "documents",
    pygame.K_F4: "briefing",
    pygame.K_F5: "history",
    pygame.K_F6: "numbers",
    pygame.K_F7: "talk",
    pygame.K_F8: "map",
    pygame.K_F9: "language",
    pygame.K_F10: "codex",
    pygame.K_F11: "full-screen",
}
CONTROL_KEYS = {
    pygame.K_z: "undo",
    pygame.K_y: "redo",
    pygame.K_s: "save",
    pygame.K_q: "quit",
    pygame.K_RETURN: "send",
    pygame.K_KP_ENTER: "send",
    pygame.K_PLUS: "larger",
    pygame.K_EQUALS: "larger",
    pygame.K_KP_PLUS: "larger",
    pygame.K_MINUS: "smaller",
    pygame.K_KP_MINUS: "smaller",
    pygame.K_0: "usual-size",
    pygame.K_KP0: "usual-size",
}
CONTROL_SHIFT_KEYS = {pygame.K_z: "redo"}
ARROWS = {
    pygame.K_DOWN: (1, 0),
    pygame.K_UP: (-1, 0),
    pygame.K_RIGHT: (0, 1),
    pygame.K_LEFT: (0, -1),
}
"""Down and across."""
PAGES = {
    pygame.K_PAGEDOWN: 0.9,
    pygame.K_PAGEUP: -0.9,
    pygame.K_END: float("inf"),
    pygame.K_HOME: float("-inf"),
}
CHART_KEYS = {
    pygame.K_PLUS: "closer",
    pygame.K_EQUALS: "closer",
    pygame.K_KP_PLUS: "closer",
    pygame.K_MINUS: "farther",
    pygame.K_KP_MINUS: "farther",
}
"""What keys without Control do to a map."""
LETTERS = {pygame.K_n: "next", pygame.K_e: "staff", pygame.K_g: "guess"}
"""What letters do where there is nothing to type in."""
MOVE_LETTERS = {pygame.K_o: "propose", pygame.K_a: "accept", pygame.K_p: "press", pygame.K_l: "at-length"}
"""What letters do where a page has their buttons: the same as these."""
DOING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


_ASCII, _UNPRINTED = 0x80, 1 << 30
"""From where on a key's code is no letter of ours, and from where on it stands for no letter at all."""


def key_of(event: pygame.Event) -> int:
    """The key that was pressed: on a keyboard set to another script, the one that lies there on a Latin one."""
    scancode = getattr(event, "scancode", 0)
    if not _ASCII <= event.key < _UNPRINTED:
        return int(event.key)
    if pygame.KSCAN_A <= scancode <= pygame.KSCAN_Z:
        return int(pygame.K_a + scancode - pygame.KSCAN_A)
    if pygame.KSCAN_1 <= scancode <= pygame.KSCAN_9:
        return int(pygame.K_1 + scancode - pygame.KSCAN_1)
    return int(event.key)


def action_of(key: int, modifiers: int) -> str:
    """The action that a key does on every page; empty where it does none."""
    if modifiers & (pygame.KMOD_CTRL | pygame.KMOD_META):
        if modifiers & pygame.KMOD_SHIFT and key in CONTROL_SHIFT_KEYS:
            return CONTROL_SHIFT_KEYS[key]
        return CONTROL_KEYS.get(key, "")
    if modifiers & pygame.KMOD_ALT:
        return "full-screen" if key == pygame.K_RETURN else ""
    return ACTION_KEYS.get(key, "")


def digit_of(key: int) -> int:
    """The number of a digit key, 0 for any other."""
    if pygame.K_1 <= key <= pygame.K_9:
        return key - pygame.K_0
    return key - pygame.K_KP1 + 1 if pygame.K_KP1 <= key <= pygame.K_KP9 else 0
