"""Turn a report into plain JSON values and back, exactly.

Strategy: the fields of the model and their types say all that is needed; nothing is listed here a second time.
Numbers are strings (``"711.1"``, ``"1/3"``), so that no reader of JSON makes floats of them.
The clean text is stored once; a section does not repeat it.
``SCHEMA`` goes up when a field comes, goes or changes its meaning; ``docs/reference/report.schema.json`` says the same
for readers in other languages, and a test keeps the two together.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import regex
from attrs import Attribute, fields, has

from govreport._edits import CleanText, Edit, Span
from govreport._errors import SchemaError
from govreport._model import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = 1
# "711.1", "-0.3", "1E+40", "1/3"; not "NaN", "1_000", "７" or "1/0", though Python reads some of them as numbers
_NUMBER_RE = regex.compile(r"-?[0-9]++(?:\.[0-9]++)?(?:E[+-][0-9]++)?|-?[0-9]++/0*+[1-9][0-9]*+")


def to_dict(report: Report) -> dict[str, Any]:
    """Return *report* as plain values that ``json`` takes, with the version of their layout under ``schema``."""
    return {"schema": SCHEMA, **_dump(report)}


def _dump(value: Any) -> Any:
    if has(type(value)):
        return {field.alias: _dump(getattr(value, field.name)) for field in _stored(type(value))}  # type: ignore[arg-type]
    if isinstance(value, tuple):
        return [_dump(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f") if value == 0 or -30 < value.adjusted() < 30 else str(value)
    if isinstance(value, Fraction):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


@cache
def _stored(kind: type) -> tuple[Attribute[Any], ...]:
    """Return the fields that are stored: all but a section's reference to the text."""
    return tuple(field for field in fields(kind) if field.alias != "document")


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def from_dict(data: Any) -> Report:
    """Return the report that `to_dict` made *data* of.

    Raises:
        SchemaError: *data* is not what ``to_dict`` returns; the error names the place.

    """
    if not isinstance(data, dict):
        remedy = "; use json.loads first" if isinstance(data, str | bytes) else ""
        raise SchemaError("report", f"expected a dict, found {type(data).__name__}{remedy}")
    _check_version(data.get("schema"))
    clean = _load(CleanText, data.get("clean"), "clean", "")
    report = _load(Report, {k: v for k, v in data.items() if k != "schema"}, "report", clean.text)
    assert isinstance(report, Report)  # noqa: S101 - tells the type checker what _load was asked for
    return report


def _check_version(version: Any) -> None:
    if type(version) is int and version > SCHEMA:
        raise SchemaError("schema", f"expected version {SCHEMA}, found {version}, which a newer govreport wrote")
    if type(version) is not int or version != SCHEMA:
        raise SchemaError("schema", f"expected version {SCHEMA}, found {version!r}")


def _load(kind: Any, data: Any, path: str, text: str) -> Any:
    """Return *data* as a value of *kind*."""
    if get_origin(kind) in (Union, UnionType):
        return _load_union(kind, data, path, text)
    if get_origin(kind) is tuple:
        if not isinstance(data, list):
            raise SchemaError(path, f"expected a list, found {type(data).__name__}")
        return tuple(_load(get_args(kind)[0], item, f"{path}[{i}]", text) for i, item in enumerate(data))
    if get_origin(kind) is Literal:
        if data not in get_args(kind):
            raise SchemaError(path, f"expected one of {', '.join(get_args(kind))}, found {data!r}")
        return data
    if has(kind):
        return _load_fields(kind, data, path, text)
    if kind is date:
        return _load_date(data, path)
    if type(data) is not kind:
        raise SchemaError(path, f"expected {kind.__name__}, found {type(data).__name__}")
    return data


def _load_date(data: Any, path: str) -> date:
    try:
        day = date.fromisoformat(data)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != data:
        raise SchemaError(path, f"expected a date like 2024-01-20, found {data!r}")
    return day


def _load_union(kind: Any, data: Any, path: str, text: str) -> Any:
    choices = [choice for choice in get_args(kind) if choice is not NoneType]
    if data is None and len(choices) < len(get_args(kind)):
        return None
    if Decimal not in choices:
        return _load(choices[0], data, path, text)
    if isinstance(data, str) and _NUMBER_RE.fullmatch(data):
        with suppress(InvalidOperation):  # an exponent of twenty digits
            return Fraction(data) if "/" in data else Decimal(data)
    raise SchemaError(path, f"expected a number as a string like '711.1' or '1/3', found {data!r}")


def _load_fields(kind: Any, data: Any, path: str, text: str) -> Any:
    if not isinstance(data, dict):
        raise SchemaError(path, f"expected a dict, found {type(data).__name__}")
    names = [str(field.alias) for field in _stored(kind)]
    if set(data) != set(names):
        raise SchemaError(path, _wrong_keys(data, names))
    types = _types(kind)
    values = {
        str(field.alias): _load(types[field.name], data[field.alias], f"{path}.{field.alias}", text)
        for field in _stored(kind)
    }
    if len(fields(kind)) > len(names):
        values["document"] = text
    if kind in (Span, Edit) and not 0 <= values["start"] <= values["end"]:
        raise SchemaError(path, f"expected 0 <= start <= end, found start {values['start']} and end {values['end']}")
    return kind(**values)


def _wrong_keys(data: dict[Any, Any], names: Sequence[str]) -> str:
    """Say which of the keys *names* are missing in *data*, and which of its keys are none of them."""
    missing = [name for name in names if name not in data]
    unknown = sorted((key for key in data if key not in names), key=str)
    problems = [f"missing keys: {', '.join(missing)}"] if missing else []
    if unknown:
        problems.append(f"unknown keys: {', '.join(map(str, unknown))}; the keys are {', '.join(names)}")
    return "; ".join(problems)
