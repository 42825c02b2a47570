"""Say what a part of a report is about by its title: work done, work to do, the government itself.

Strategy: words tell it, of several the first (`data/headings.tsv`); where they do not, or only name work (2023年主要工作), the
year does, since what was before the year of the report is looked back on: 极不平凡的2023年, 2024年：实干开局, 凯歌高奏的“十三五”.
A part that only builds the government (建设人民满意的法治政府) is of a role of its own.  A slogan that says none of this
(决胜今年：只争朝夕，撸起袖子加油干) has the role that the first words of its text show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govreport._headings import cues, words
from govreport._patterns import line_shape
from govreport._periods import named_years

if TYPE_CHECKING:
    from govreport._model import Role

_SUBJECTS: tuple[tuple[Role, str], ...] = (("review", "review-subject"), ("plan", "plan-subject"))
_LISTED_RE = re.compile("[、，,和与及]")
_QUOTED_RE = re.compile("《[^》]*》")  # 为提前实现《1956年到1967年全国农业发展纲要》而奋斗
_SLOGAN_RE = re.compile("[：:，,！!“]")


def role_of(title: str, year: int | None, opening: str = "") -> Role:
    """Return the role that the *title* of a part gives in a report for the work of *year*; *opening* is how its text begins.

    >>> role_of("2024年主要工作", 2025), role_of("2025年主要工作", 2025), role_of("关于外交工作", 2025)
    ('review', 'plan', 'other')
    """
    if builds_government(title):
        return "government"
    if title.startswith("关于"):
        return next((role for role, kind in _SUBJECTS if title.endswith(words(kind))), "other")
    if cues("imperative").match(title, _behind_circumstance(title)):
        return "review" if line_shape("achieved").search(title) else "plan"
    hits: list[tuple[int, Role]] = [
        (m.start(), role) for role in ("review", "plan", "other") if (m := cues(role).search(title))
    ]
    place, role = min(hits, default=(0, None))
    fulfilled = cues("fulfilled").search(title, place) if role == "plan" else None
    if fulfilled and not _LISTED_RE.search(title, place, fulfilled.start()):
        return "review"
    first, last = named_years(_QUOTED_RE.sub("", title)) or (None, None)
    if year is not None and first is not None and last is not None and role in (None, "plan"):
        if last < year:
            return "review"
        role = role or ("plan" if first >= year else None)
    return role or (_role_of_text(opening) if _SLOGAN_RE.search(title) else "other")


def builds_government(title: str) -> bool:
    """Say whether *title* speaks of the government itself: 加强政府自身建设."""
    if cues("government").search(title):
        return True
    named = "政府" in title or "职能" in title or "机关" in title
    return named and line_shape("government").match(title) is not None


def _behind_circumstance(title: str) -> int:
    """Return where *title* goes on behind what it happens in: 在治理整顿中继续深化改革."""
    m = line_shape("circumstance").match(title)
    return m.end() if m else 0


def _role_of_text(opening: str) -> Role:
    """Return the role that the first words of a part show."""
    kinds: tuple[tuple[Role, str], ...] = (("review", "back"), ("plan", "ahead"), ("government", "government"))
    hits = [(m.start(), role) for role, kind in kinds if (m := cues(kind).search(opening))]
    return min(hits)[1] if hits else "other"


def names_part(title: str) -> bool:
    """Say whether *title* has a word that the parts of reports are called by: 过去一年的工作, 2016年主要任务, 政府自身建设."""
    if builds_government(title) or cues("closing").fullmatch(title):
        return True
    return not cues("imperative").match(title) and any(cues(role).search(title) for role in ("review", "plan"))
