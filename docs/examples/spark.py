"""What Spark needs to read reports: a function for mapInPandas and the schema of what it yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

PANEL = folder.FACTS.append(pa.field("error", pa.string()))
SPARK_SCHEMA = """
    file string, place string, level string, delivered int,
    indicator string, year int, period string, status string, expected boolean, measure string,
    value decimal(38,10), upper decimal(38,10), unit string, bound string, versus string,
    text string, start int, end int, error string"""


def panel(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Turn frames with a column ``path`` into frames of facts; a file without any has one row."""
    for frame in frames:
        results = [folder.read(path) for path in frame["path"]]
        rows = [row for facts, report in results for row in facts or [report]]
        yield folder.table(rows, PANEL).to_pandas()
