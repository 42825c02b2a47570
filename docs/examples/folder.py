"""Read a folder of reports on all cores into two tables: the facts, and one row a file.

Run it on the seeds: .venv/bin/python docs/examples/folder.py seeds out
It writes out/facts.parquet and out/reports.parquet; with --csv they are CSV files.
A file that cannot be read is named, has its error in the table of reports, and stops nothing.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal, InvalidOperation, localcontext
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow.csv import CSVWriter
from pyarrow.parquet import ParquetWriter
from tqdm import tqdm

import govreport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, Any]

# begin schema
VALUE = pa.decimal128(38, 10)  # 28 digits before the point, ten behind it
OF_THE_REPORT = {
    "file": pa.string(),
    "place": pa.string(),
    "level": pa.string(),
    "delivered": pa.int32(),
}
FACTS = pa.schema(
    OF_THE_REPORT
    | {
        "indicator": pa.string(),
        "year": pa.int32(),
        "period": pa.string(),
        "status": pa.string(),
        "expected": pa.bool_(),
        "measure": pa.string(),
        "value": VALUE,
        "upper": VALUE,
        "unit": pa.string(),
        "bound": pa.string(),
        "versus": pa.string(),
        "text": pa.string(),
        "start": pa.int32(),
        "end": pa.int32(),
    }
)
REPORTS = pa.schema(
    OF_THE_REPORT
    | {
        "date": pa.date32(),
        "facts": pa.int32(),
        "diagnostics": pa.int32(),
        "error": pa.string(),
    }
)
# end schema

FLUSH = 50_000
"""So many facts are held before they are written."""


def read(path: str) -> tuple[list[Row], Row]:
    """Return the facts of one report, and the row for the report, with its error if it has one."""
    row = dict.fromkeys(REPORTS.names) | {"file": path}
    try:
        report = govreport.load(path)
        facts = govreport.records(report.facts)
    except Exception as error:  # noqa: BLE001 - one file must not end a night's run
        problem = str(error).removeprefix(f"{path}: ")
        return [], row | {"error": f"{type(error).__name__}: {problem}"}
    meta = report.meta
    keys = {"file": path, "place": meta.place, "level": meta.level, "delivered": meta.year}
    for fact in facts:
        fact |= {"value": fitted(fact["value"]), "upper": fitted(fact["upper"])}
    counts = {"facts": len(facts), "diagnostics": len(report.diagnostics)}
    return [keys | fact for fact in facts], row | keys | counts | {"date": meta.date}


def fitted(value: Decimal | None) -> Decimal | None:
    """Return *value* as the tables hold it: a third rounded to ten decimals, None for what has over 28 digits."""
    with localcontext() as context:
        context.prec = 38
        try:
            return None if value is None else value.quantize(Decimal("1e-10"))
        except InvalidOperation:
            return None


def table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Return *rows* as a table with exactly the columns of *schema*."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def paths_in(folder: str) -> list[str]:
    """Return every text file below *folder*, in a fixed order."""
    return sorted(str(path) for path in Path(folder).rglob("*.txt"))


def results(paths: list[str]) -> Iterator[tuple[list[Row], Row]]:
    """Read the files on all cores; results come in the order of *paths*."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from tqdm(pool.map(read, paths, chunksize=8), total=len(paths), unit="file")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Two tables from a folder of reports.")
    parser.add_argument("folder", help="where the reports are")
    parser.add_argument("out", type=Path, help="folder for the tables")
    parser.add_argument("--csv", action="store_true", help="write CSV instead of Parquet")
    options = parser.parse_args(arguments)
    kind, writer = ("csv", CSVWriter) if options.csv else ("parquet", ParquetWriter)
    options.out.mkdir(parents=True, exist_ok=True)

    reports: list[Row] = []
    held: list[Row] = []
    with writer(options.out / f"facts.{kind}", FACTS) as facts_file:
        for facts, report in results(paths_in(options.folder)):
            reports.append(report)
            if report["error"]:
                tqdm.write(f"{report['file']}: {report['error']}", file=sys.stderr)
            held += facts
            if len(held) >= FLUSH:
                facts_file.write_table(table(held, FACTS))
                held.clear()
        facts_file.write_table(table(held, FACTS))
    with writer(options.out / f"reports.{kind}", REPORTS) as reports_file:
        reports_file.write_table(table(reports, REPORTS))

    bad = sum(report["error"] is not None for report in reports)
    print(f"{sum(report['facts'] or 0 for report in reports)} facts from {len(reports) - bad} reports, {bad} bad files")


if __name__ == "__main__":
    main(sys.argv[1:])
