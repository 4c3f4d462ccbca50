"""Talks of two parties over two issues, in two sessions: the step of a small scenario."""

from __future__ import annotations

TALKS = """
  - id: talks
    date: 1925-06
    title: "Talks"
    table:
      parties: [arden, borrel]
      rounds: 1
      agreement: whole
      issues:
        light:
          name: "The light"
          unsettled: dark
          options: {dark: {text: "It stays dark."}, lit: {text: "It burns."}}
          weight: {arden: 5, borrel: 5}
          values: {arden: {dark: 100, lit: 0}, borrel: {dark: 0, lit: 100}}
        toll:
          name: "The toll"
          unsettled: none
          options: {none: {text: "No toll."}, barrel: {text: "A barrel a year."}}
          weight: {arden: 5, borrel: 5}
          values: {arden: {none: 0, barrel: 100}, borrel: {none: 100, barrel: 0}}
      walk-away: {arden: 10, borrel: 10}
      walk-away-basis: {arden: "Invented.", borrel: "Invented."}
      record: {outcome: failed, moves: {talks: [{arden: walk-out}]}}
  - id: again
    date: 1925-07
    title: "Talks again"
    resume: talks
    rounds: 2
"""
