"""The accuracy page's tables, computed from the gold in ``tests/data/gold`` and the seeds by ``tests/scoring.py``."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import govreport
from _ext.data_tables import table

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import scoring  # noqa: E402 - the tests are no package

GOLD = scoring.GOLD
PARTS = ("meta", "sections", "roles", "tasks", "glossary", "notes", "quantities", "bounds", "facts")
COUNTED = ("sections", "glossary", "notes", "quantities", "facts")


@cache
def all_scores() -> dict[str, dict[str, float]]:
    """Return the scores of every seed with gold, part by part."""
    names = sorted(path.stem for path in scoring.GOLD.glob("*.json"))
    return {name: scoring.scores(name, govreport.load(scoring.SEEDS / f"{name}.txt")) for name in names}


def table_of_scores() -> str:
    """Return a table of document by part; a part that neither the gold nor the reading has is a dash."""
    found = all_scores()
    body = [
        (f"``{name}``", *(_cell(parts[part]) if holds(name, part) else "–" for part in PARTS))
        for name, parts in found.items()
    ]
    means = []
    for part in PARTS:
        held = [parts[part] for name, parts in found.items() if holds(name, part)]
        means.append(f"**{_cell(sum(held) / len(held))}**")
    return table(("report", *PARTS), [*body, ("**mean**", *means)], (19, *(9,) * len(PARTS)))


def _cell(score: float) -> str:
    return f"{score:.3f}"


def holds(name: str, part: str) -> bool:
    """Tell whether the report *name* has anything of a part that a report may lack."""
    wanted = scoring.gold(name)
    if part == "tasks":
        return any(s["level"] > 1 and s["number"] is not None for s in wanted["sections"])
    return part not in ("glossary", "notes") or bool(wanted[part])


def table_of_counts() -> str:
    """Return how much gold there is: rows that must be found, and rows that a reader could decide either way."""
    body = []
    for name in all_scores():
        wanted = scoring.gold(name)
        cells = []
        for part in COUNTED:
            free = sum(bool(row.get("optional")) for row in wanted[part])
            cells.append(f"{len(wanted[part]) - free}" + (f" + {free}" if free else ""))
        body.append((f"``{name}``", f"{len((scoring.SEEDS / f'{name}.txt').read_text(encoding='utf-8')):,}", *cells))
    return table(("report", "characters", *COUNTED), body, (25, 15, *(12,) * len(COUNTED)))
