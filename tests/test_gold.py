"""Scores on hand-made gold as floors that only rise."""

from __future__ import annotations

import pytest

import govreport
from scoring import SEEDS, scores

FLOORS = {
    "fuzhou-2024": {"facts": 0.0},
    "gaoping-2025": {"facts": 0.0},
    "jinxian-2023": {"facts": 0.0},
    "linchuan-2025": {"facts": 0.0},
    "xunyang-2024": {"facts": 0.0, "glossary": 0.95},
}


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_where_they_are(name: str) -> None:
    got = scores(name, govreport.load(SEEDS / f"{name}.txt"))
    low = {
        part: (score, FLOORS[name].get(part, 1.0)) for part, score in got.items() if score < FLOORS[name].get(part, 1.0)
    }
    assert not low
