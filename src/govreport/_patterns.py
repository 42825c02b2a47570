"""Compile the patterns that stand in data tables: rows of a name, a pattern and an example.

Strategy: rows of one name are alternatives of one pattern.  The standard library is taken wherever it can read the pattern,
since it searches faster.
"""

from __future__ import annotations

import re
from functools import cache, partial

import regex

from govreport._quantity_context import short_places
from govreport._script import HAN
from govreport._tables import rows


@cache
def _shape(table: str, name: str) -> re.Pattern[str] | regex.Pattern[str]:
    r"""Return the pattern of that *name* in ``data/<table>.tsv``; ``{place}`` in it is a province or a prefecture.

    >>> line_shape("annex").fullmatch("附件2")[0]
    '附件2'
    """
    pattern = "|".join(row[1] for row in rows(table) if row[0] == name)
    if not pattern:
        raise KeyError(f"no row {name!r} in {table}.tsv")
    pattern = pattern.replace("{place}", short_places())
    try:
        return re.compile(pattern.replace(r"\p{Han}", HAN))
    except re.error:  # one with \p{So} or a group named twice
        return regex.compile(pattern)


line_shape = partial(_shape, "line_shapes")
"""Return the pattern of lines, titles and openings of that name."""
clause_shape = partial(_shape, "clause_shapes")
"""Return the pattern of clauses of that name."""
panel_shape = partial(_shape, "panel_shapes")
"""Return the pattern of wordings of that kind between an indicator and its figure."""
