"""Scores on hand-made gold as floors that only rise."""

from __future__ import annotations

import pytest

import govreport
from scoring import SEEDS, scores

SEEDS_WITH_GOLD = ("fuzhou-2024", "gaoping-2025", "jinxian-2023", "linchuan-2025", "xunyang-2024")
FLOORS = {"quantities": 0.99}  # every other part stands at 1.0


@pytest.mark.parametrize("name", SEEDS_WITH_GOLD)
def test_scores_stay_where_they_are(name: str) -> None:
    got = scores(name, govreport.load(SEEDS / f"{name}.txt"))
    low = {part: score for part, score in got.items() if score < FLOORS.get(part, 1.0)}
    assert not low
