"""Turn reports into one panel: a CSV file with a row a fact, and targets printed beside results.

Run it on the seeds: .venv/bin/python docs/examples/panel.py seeds/*.txt
With --csv PATH it also writes every fact of every report, with its place in the source file, to PATH.
"""

from __future__ import annotations

import argparse
import csv
import sys
import unicodedata
from pathlib import Path

import govreport

BOUNDS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "≈", None: ""}
MULTIPLES = ((10**12, 10**12, "万亿"), (10**8, 10**8, "亿"), (10**5, 10**4, "万"))
"""From what size on, divided by what, in what words."""


def rows_of(path: str) -> list[dict[str, object]]:
    """Return a row for every fact of a report: where it comes from, the fact, where it stands."""
    report = govreport.load(path)
    rows = []
    for fact, record in zip(report.facts, govreport.records(report.facts), strict=True):
        place = report.locate(fact.quantity.span)
        rows.append(
            {"report": Path(path).stem, "place": report.meta.place}
            | record
            | {"source_start": place.start, "source_end": place.end}
        )
    return rows


def short(row: dict[str, object]) -> str:
    """Return the value of a row as a reader writes it: ≥6.5%, 711.1亿元."""
    numbers = [row["value"]] if row["upper"] is None else [row["value"], row["upper"]]
    _, multiple, word = next((m for m in MULTIPLES if abs(numbers[-1]) >= m[0]), (0, 1, ""))  # type: ignore[arg-type]
    shown = "–".join(f"{number / multiple:f}" for number in numbers)  # type: ignore[operator]
    expected = " (expected)" if row["expected"] else ""
    return f"{BOUNDS[row['bound']]}{shown}{word}{row['unit']}{expected}"  # type: ignore[index]


def padded(text: str, width: int) -> str:
    """Return *text* filled to *width* columns; Chinese characters take two."""
    taken = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return text + " " * max(1, width - taken)


def beside(rows: list[dict[str, object]]) -> None:
    """Print, for each report, what was reached and what is aimed at, indicator by indicator."""
    for report in dict.fromkeys(row["report"] for row in rows):
        own = [row for row in rows if row["report"] == report and row["measure"] in ("level", "growth", "share")]
        print(f"\n{report}: {own[0]['place'] if own else ''}")
        print("  " + padded("indicator", 28) + padded("measure", 9) + padded("result", 32) + "target")
        for indicator, measure in dict.fromkeys((row["indicator"], row["measure"]) for row in own):
            cells = {"actual": "", "target": ""}
            for row in own:
                if (row["indicator"], row["measure"]) == (indicator, measure):
                    period = f" {row['period']}" if row["period"] else ""
                    cell = f"{short(row)} in {row['year']}{period}"
                    cells[str(row["status"])] += ("; " if cells[str(row["status"])] else "") + cell
            line = padded(str(indicator), 28) + padded(str(measure), 9) + padded(cells["actual"], 32) + cells["target"]
            print("  " + line.rstrip())


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="One table from several reports.")
    parser.add_argument("reports", nargs="+", help="report files")
    parser.add_argument("--csv", help="where to write the table")
    options = parser.parse_args(arguments)
    rows = [row for path in options.reports for row in rows_of(path)]
    beside(rows)
    print(f"\n{len(rows)} facts from {len(options.reports)} reports")
    if options.csv and rows:
        with Path(options.csv).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        print(f"written to {options.csv}")


if __name__ == "__main__":
    main(sys.argv[1:])
