"""Rows go into pandas, polars and pyarrow and come back as they were; the reference lists their keys."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import extras
import govreport
from govreport import Report
from strategies import seed_texts

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/reference/records.rst").read_text(encoding="utf-8")
COLUMN_RE = re.compile(r"   \* - ``(\w+)``\n     - (.+)\n     - .+\n     - .+\n     - (.+)\n")
KINDS = {
    call: COLUMN_RE.findall(part)
    for call, part in re.findall(r"``records\((.*?)\)``: (.*?)(?:\n---|\Z)", PAGE, re.DOTALL)
}
CALLS = pytest.mark.parametrize("call", KINDS)
TYPES: dict[str, type] = {"str": str, "int": int, "bool": bool, "Decimal": Decimal}


@cache
def seed_reports() -> tuple[Report, ...]:
    return tuple(govreport.parse(text) for text in seed_texts())


@cache
def rows(call: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of all seeds for a call as the reference writes it: ``report.facts``, ``report.walk()``."""
    name = call.removeprefix("report.")
    if name == "walk()":
        return tuple(row for report in seed_reports() for row in govreport.records(report.walk()))
    return tuple(row for report in seed_reports() for row in govreport.records(getattr(report, name)))


def test_the_reference_has_every_kind() -> None:
    assert [call.split(".")[1] for call in KINDS] == [
        *("facts", "quantities", "walk()", "tasks", "glossary", "notes", "diagnostics")
    ]


@CALLS
def test_the_documented_keys_are_the_keys(call: str) -> None:
    assert rows(call)
    assert {tuple(row) for row in rows(call)} == {tuple(key for key, _, _ in KINDS[call])}


@CALLS
def test_the_documented_types_are_the_types(call: str) -> None:
    for key, documented, none in KINDS[call]:
        wanted = TYPES[documented.removesuffix(" or None")]
        may_lack = documented.endswith(" or None")
        assert none.startswith("never") is not may_lack
        found = {type(row[key]) for row in rows(call)}
        assert found <= ({wanted, type(None)} if may_lack else {wanted}), key


@CALLS
def test_pandas(call: str) -> None:
    pd = extras.need("pandas")
    frame = pd.DataFrame(list(rows(call)))
    assert list(frame.columns) == [key for key, _, _ in KINDS[call]]
    for key in frame.columns:
        back = [None if pd.isna(value) else value for value in frame[key]]
        assert back == [row[key] for row in rows(call)]
        if key in ("value", "upper"):
            assert {type(value) for value in back} <= {Decimal, type(None)}


@CALLS
def test_polars(call: str) -> None:
    pl = extras.need("polars")
    exact = {key: pl.Decimal(38, 10) for key in ("value", "upper") if key in rows(call)[0]}
    frame = pl.DataFrame(list(rows(call)), schema_overrides=exact, infer_schema_length=None)
    assert frame.to_dicts() == list(rows(call))
    assert not any(isinstance(value, float) for row in frame.to_dicts() for value in row.values())


@CALLS
def test_pyarrow(call: str) -> None:
    pa = extras.need("pyarrow")
    found = pa.Table.from_pylist(list(rows(call)))
    assert found.to_pylist() == list(rows(call))
    assert not any(isinstance(value, float) for row in found.to_pylist() for value in row.values())


@cache
def facts_table() -> Any:
    """Return the facts of all seeds as the examples hold them."""
    folder = extras.need("folder")
    results = [folder.read(path) for path in folder.paths_in(str(ROOT / "seeds"))]
    return folder.table([row for facts, _ in results for row in facts], folder.FACTS)


def without_report(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key in rows("report.facts")[0]} for row in found]


def test_the_schema_of_the_examples_has_the_keys_and_types_of_facts() -> None:
    folder = extras.need("folder")
    names = {"str": "string", "int": "int32", "bool": "bool", "Decimal": "decimal128(38, 10)"}
    documented = [(key, names[kind.removesuffix(" or None")]) for key, kind, _ in KINDS["report.facts"]]
    assert [(field.name, str(field.type)) for field in folder.FACTS][len(folder.OF_THE_REPORT) :] == documented


def test_one_schema_is_exact_in_every_frame_and_file(tmp_path: Path) -> None:
    pd, pl, pq = extras.need("pandas"), extras.need("polars"), extras.need("pyarrow.parquet")
    table = facts_table()
    assert without_report(table.to_pylist()) == list(rows("report.facts"))
    pq.write_table(table, tmp_path / "facts.parquet")
    assert pq.read_table(tmp_path / "facts.parquet").equals(table)

    polars = pl.read_parquet(tmp_path / "facts.parquet")
    assert polars.schema["value"] == pl.Decimal(38, 10)
    assert without_report(polars.to_dicts()) == list(rows("report.facts"))

    pandas = pd.read_parquet(tmp_path / "facts.parquet")
    assert pandas["value"].tolist() == [row["value"] for row in rows("report.facts")]
    assert pandas["value"].sum() == sum(row["value"] for row in rows("report.facts"))
    assert type(pandas["value"].sum()) is Decimal


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (None, None),
        (Decimal("-4.60"), Decimal("-4.6")),
        (Decimal("1E+3"), Decimal(1000)),
        (Decimal(290000000000), Decimal(290000000000)),
        (Decimal(1) / Decimal(3), Decimal("0.3333333333")),
        (Decimal("9999999999999999999999999999.5"), Decimal("9999999999999999999999999999.5")),
        (Decimal(12345678901234567890123456789), None),
        (Decimal("1E+99"), None),
    ],
)
def test_what_the_schema_holds(value: Decimal | None, held: Decimal | None) -> None:
    folder = extras.need("folder")
    fitted = folder.fitted(value)
    assert fitted == held
    assert folder.table([{"value": fitted}], folder.FACTS)["value"].to_pylist() == [held]


def test_polars_rounds_thirds_and_leaves_out_what_is_too_large() -> None:
    pl = extras.need("polars")
    given = [Decimal(1)] * 100 + [Decimal("1.5"), Decimal(290000000000), Decimal(1) / Decimal(3), Decimal("1E+30")]
    frame = pl.DataFrame([{"value": value} for value in given], schema={"value": pl.Decimal(38, 10)})
    assert frame["value"].to_list() == [*given[:102], Decimal("0.3333333333"), None]
