"""Compare a report with gold: F1 of what was found, part by part.

The gold files in ``data/gold`` follow the annotation guide of the docs (explanation/accuracy).
A row marked optional counts neither for nor against.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from govreport import Report

GOLD = Path(__file__).parent / "data" / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"
WIDE = str.maketrans("，。：；！？（）“”—", ',.:;!?()""-')


def gold(name: str) -> dict[str, Any]:
    """Return the gold of the seed *name*."""
    loaded: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def plain(text: str | None) -> str:
    """Return *text* without blanks and closing stops, punctuation half width."""
    return re.sub(r"[\s.,;:]+$|\s+", "", (text or "").translate(WIDE))


def exact(value: str | Decimal | Fraction | None) -> Fraction | None:
    """Return a number of the gold or of the library as a fraction."""
    if isinstance(value, str) and "/" not in value:
        value = Decimal(value)
    return None if value is None else Fraction(value)


def f1(wanted: Iterable[Hashable], found: Iterable[Hashable], loose: Iterable[Hashable] = ()) -> float:
    """Return F1 of two multisets; what is *loose* may be found or not."""
    want, have, free = Counter(wanted), Counter(found), set(loose)
    hits = sum((want & have).values())
    missed = sum((want - have).values())
    extra = sum(n for key, n in (have - want).items() if key not in free)
    return 2 * hits / (2 * hits + missed + extra) if hits + missed + extra else 1.0


def unit(text: str | None) -> str:
    """Return a unit without what stands in brackets."""
    short = re.sub(r"[(（].*?[)）]", "", text or "")
    return {"个工作日": "工作日", "人口": "人", "名": "位"}.get(short, short)


def scores(name: str, report: Report) -> dict[str, float]:
    """Return the score of every part of *report* against the gold of the seed *name*."""
    want = gold(name)
    return {
        "meta": _meta(want["meta"], report),
        **_outline(want["sections"], report),
        "glossary": f1(
            [(e["number"], plain(e["term"]), plain(e["starts"])[:4]) for e in want["glossary"]],
            [(e.number, plain(e.term), plain(e.definition)[:4]) for e in report.glossary],
        ),
        "notes": f1([n["number"] for n in want["notes"]], [n.number for n in report.notes]),
        **_quantities(want["quantities"], report),
        "facts": _facts(want["facts"], report),
    }


def _meta(want: dict[str, Any], report: Report) -> float:
    meta = report.meta
    right: list[bool] = [
        plain(meta.title) == plain(want["title"]),
        (meta.place or "").endswith(want["place"] or ""),
        (meta.date.isoformat() if meta.date else None) == want["date"],
        *(getattr(meta, key) == want[key] for key in ("year", "level", "term", "meeting", "speaker", "office")),
    ]
    return sum(right) / len(right)


def _outline(want: list[dict[str, Any]], report: Report) -> dict[str, float]:
    def key(level: int, number: int | None, title: str) -> tuple[int, int | None, str]:
        return level, number, plain(title)[-4:] if level == 1 and "附件" in title else plain(title)

    loose = {plain(s["title"]) for s in want if s.get("optional")}
    sure = [s for s in want if not s.get("optional")]
    found = [s for s in report.walk() if plain(s.title) not in loose]
    roles = {(s["level"], plain(s["title"])): s["role"] for s in sure}
    judged = [(s.role, roles[s.level, plain(s.title)]) for s in found if (s.level, plain(s.title)) in roles]
    numbered = [(s["number"], plain(s["title"])) for s in sure if s["level"] > 1 and s["number"] is not None]
    return {
        "sections": f1(
            [key(s["level"], s["number"], s["title"]) for s in sure if s["role"] != "glossary"],
            [key(s.level, s.number, s.title) for s in found if s.role != "glossary"],
        ),
        "roles": sum(a == b for a, b in judged) / len(judged),
        "tasks": f1(numbered, [(t.number, plain(t.title)) for t in report.tasks if plain(t.title) not in loose]),
    }


def _quantities(want: list[dict[str, Any]], report: Report) -> dict[str, float]:
    """Match by line, value and unit; the bounds are judged on what matches."""
    lines = [i for i, line in enumerate(report.source.splitlines()) if line.strip()]
    starts = [0]
    for line in report.source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def line_of(at: int) -> int:
        row = max(i for i, start in enumerate(starts[:-1]) if start <= at)
        return sum(i < row for i in lines)

    def key(p: int, value: Any, upper: Any, name: str | None) -> tuple[Any, ...]:
        return p, exact(value), exact(upper), unit(name)

    sure = [(key(q["p"], q["value"], q.get("upper"), q["unit"]), q["bound"]) for q in want if not q.get("optional")]
    free = {(q["p"], exact(q["value"])) for q in want if q.get("optional")}
    found = [(key(line_of(report.locate(q.span).start), q.value, q.upper, q.unit), q.bound) for q in report.quantities]
    loose = [k for k, _ in found if k[:2] in free]
    both = sum((Counter(k for k, _ in sure) & Counter(k for k, _ in found)).values())
    return {
        "quantities": f1([k for k, _ in sure], [k for k, _ in found], loose),
        "bounds": sum((Counter(sure) & Counter(found)).values()) / both if both else 1.0,
    }


def _facts(want: list[dict[str, Any]], report: Report) -> float:
    def key(f: dict[str, Any]) -> tuple[Any, ...]:
        value, upper = exact(f["value"]), exact(f.get("upper"))
        return f["indicator"], f["year"], f["status"], f["measure"], value, upper, unit(f["unit"])

    names = {f["indicator"] for f in want}
    found = [
        key({k: getattr(f, k) for k in ("indicator", "year", "status", "measure", "value", "upper", "unit")})
        for f in report.facts
    ]
    sure = {key(f) for f in want if not f.get("optional")}
    loose = {key(f) for f in want if f.get("optional")}
    return f1(sure, {k for k in found if k[0] in names}, loose)
