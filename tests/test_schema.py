"""The JSON Schema in the reference, the model and what ``to_dict`` returns say the same."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from attrs import fields, has
from hypothesis import HealthCheck, given, settings

import extras
import govreport
from govreport import Report, SchemaError
from strategies import seed_texts, texts

ROOT = Path(__file__).parent.parent
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/reference/report.schema.json").read_text(encoding="utf-8"))
PLAIN = {str: "string", int: "integer", bool: "boolean"}


def definition(node: dict[str, Any]) -> dict[str, Any]:
    """Return what a node says once its reference is followed."""
    if "$ref" not in node:
        return node
    found: dict[str, Any] = SCHEMA["$defs"][node["$ref"].removeprefix("#/$defs/")]
    return found


def agree(kind: Any, node: dict[str, Any], where: str, seen: set[Any]) -> None:
    """Fail unless *node* of the schema takes what a field of type *kind* becomes, and nothing else."""
    choices = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    if NoneType in choices:
        if "anyOf" in node:
            assert node["anyOf"][1] == {"type": "null"}, where
            node = node["anyOf"][0]
        else:
            assert node["type"][1:] == ["null"], where
            node = node | {"type": node["type"][0]}
    kinds = {choice for choice in choices if choice is not NoneType}
    node = definition(node)
    if kinds == {Decimal, Fraction}:
        assert node is SCHEMA["$defs"]["Number"], where
        return
    (only,) = kinds
    if get_origin(only) is tuple:
        assert node["type"] == "array", where
        agree(get_args(only)[0], node["items"], f"{where}[]", seen)
    elif get_origin(only) is Literal:
        assert node["enum"] == list(get_args(only)), where
    elif only is date:
        assert (node["type"], node["format"]) == ("string", "date"), where
    elif has(only):
        agree_on_fields(only, node, where, seen)
    else:
        assert node["type"] == PLAIN[only], where


def agree_on_fields(kind: type, node: dict[str, Any], where: str, seen: set[Any]) -> None:
    """Fail unless *node* has the fields of *kind*, each required, and no others."""
    if kind in seen:
        return
    seen.add(kind)
    names = {str(field.alias): field.name for field in fields(kind) if field.alias != "document"}
    types = get_type_hints(kind)
    own = {name: part for name, part in node["properties"].items() if where != "report" or name != "schema"}
    assert list(own) == list(names), where
    assert node["required"] == list(node["properties"]), where
    assert (node["type"], node["additionalProperties"]) == ("object", False), where
    for name, part in own.items():
        agree(types[names[name]], part, f"{where}.{name}", seen)


def test_the_schema_and_the_model_have_the_same_fields() -> None:
    seen: set[Any] = set()
    agree_on_fields(Report, SCHEMA, "report", seen)
    assert {kind.__name__ for kind in seen} - {"Report"} == set(SCHEMA["$defs"]) - {"Number", "Role", "Bound"}


def test_the_schema_and_to_dict_have_the_same_version() -> None:
    version = govreport.parse("").to_dict()["schema"]
    assert SCHEMA["properties"]["schema"]["const"] == version
    assert SCHEMA["$id"] == f"urn:govreport:report:{version}"


@cache
def validator() -> Any:
    """Return the schema ready to validate; the tests that ask for it are skipped where ``jsonschema`` is missing."""
    jsonschema = extras.need("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])
def test_every_seed_is_valid_and_comes_back(text: str) -> None:
    check = validator().validate
    report = govreport.parse(text)
    data = json.loads(json.dumps(report.to_dict()))
    check(data)
    assert Report.from_dict(data) == report


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts())
def test_every_report_is_valid(text: str) -> None:
    validator().validate(json.loads(json.dumps(govreport.parse(text).to_dict())))


@pytest.mark.parametrize("value", ["1", "-0.3", "1E+40", "1.5E-31", "1/3", "-2/3"])
def test_numbers_that_both_take(value: str) -> None:
    data = changed(value)
    validator().validate(data)
    assert Report.from_dict(data).to_dict()["quantities"][0]["value"] == value


@pytest.mark.parametrize("value", [1, 0.5, None, "", "NaN", "1_000", "７", "1.", ".5", " 1", "1/0", "1/-3", "1,5"])
def test_numbers_that_both_refuse(value: Any) -> None:
    data = changed(value)
    assert not validator().is_valid(data)
    with pytest.raises(SchemaError):
        Report.from_dict(data)


def changed(value: Any) -> dict[str, Any]:
    """Return a report as plain values, its first figure changed to *value*."""
    data = govreport.parse("一、2023年工作回顾\n生产总值增长5%。").to_dict()
    data["quantities"][0]["value"] = value
    return data
