"""What is asked of every input, and how a failure is named."""

# ruff: noqa: PT017 - an input may raise or not; what it raises must be right
from __future__ import annotations

import contextlib
import json
import os
import pickle
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import govreport
import laws
from govreport import LoadError, ParseError, Quantity
from patience import TooLongError, within

if TYPE_CHECKING:
    from collections.abc import Callable

_FILE = Path(tempfile.gettempdir()) / "govreport-fuzz"


def _parse(text: str) -> None:
    report = govreport.parse(text)
    assert report.source == text
    laws.check_clean(report.clean)
    laws.check_spans(report)
    laws.check_round_trips(report)
    govreport.records(report.facts)


def _clean(text: str) -> None:
    laws.check_edits(text)


def _load(data: bytes) -> None:
    path = _FILE.with_suffix(f".{os.getpid()}.txt")
    path.write_bytes(data)
    try:
        report = govreport.load(path)
    except LoadError as error:
        assert error.path == str(path)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
        return
    laws.check_clean(report.clean)
    laws.check_spans(report)


def _parse_number(text: str) -> None:
    try:
        value = govreport.parse_number(text)
    except ParseError as error:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
        return
    assert isinstance(value, Decimal | Fraction)
    for style in ("lower", "upper", "mixed"):
        with contextlib.suppress(ValueError):
            again = govreport.parse_number(govreport.format_number(value, cast("Any", style)))
            assert again == value, (style, govreport.format_number(value, cast("Any", style)))


def _parse_quantity(text: str) -> None:
    try:
        quantity = govreport.parse_quantity(text)
    except ParseError as error:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        return
    _check(quantity, text)


def _find_quantities(text: str) -> None:
    end = 0
    for quantity in govreport.find_quantities(text):
        assert quantity.span.start >= end
        end = quantity.span.end
        _check(quantity, text)


def _check(quantity: Quantity, text: str) -> None:
    assert 0 <= quantity.span.start < quantity.span.end <= len(text)
    assert quantity.span.of(text) == quantity.text
    assert isinstance(quantity.value, Decimal | Fraction)
    assert quantity.upper is None or quantity.upper > quantity.value
    assert pickle.loads(pickle.dumps(quantity)) == quantity
    json.dumps([str(value) for value in govreport.records([quantity])[0].values()])
    if quantity.unit:
        with contextlib.suppress(govreport.UnitError):
            assert quantity.to(quantity.unit).value == quantity.value


CHECKS: dict[str, Callable[[Any], None]] = {
    "parse": _parse,
    "clean": _clean,
    "load": _load,
    "parse_number": _parse_number,
    "parse_quantity": _parse_quantity,
    "find_quantities": _find_quantities,
}


def failure(verb: str, given: str | bytes, seconds: float = 60) -> str:
    """Return how *verb* fails on an input, as the error and the place it came from; empty where it does not."""
    try:
        with within(seconds):
            CHECKS[verb](given)
    except Exception:  # noqa: BLE001 - whatever it is is what we look for
        kind, error, trace = sys.exc_info()
        assert kind
        while trace and trace.tb_next:
            trace = trace.tb_next
        code = trace.tb_frame.f_code if trace else None
        where = f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}" if code and trace else ""
        said = "" if kind is TooLongError else str(error).split("\n")[0][:60]
        where = "" if kind is TooLongError else where
        return f"{kind.__name__} in {where}: {said}" if kind is not AssertionError else f"AssertionError in {where}"
    return ""
