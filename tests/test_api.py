"""What is public, and that it stays so."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

import govreport
from govreport import GovReportError, LoadError, ParseError, SchemaError, UnitError

PUBLIC = [
    "CleanText",
    "Diagnostic",
    "Edit",
    "Fact",
    "Glossary",
    "GlossaryEntry",
    "GovReportError",
    "LoadError",
    "Meta",
    "NoteMark",
    "ParseError",
    "Quantity",
    "Report",
    "SchemaError",
    "Section",
    "SourceSpan",
    "Span",
    "Task",
    "UnitError",
    "clean",
    "find_quantities",
    "format_number",
    "load",
    "parse",
    "parse_number",
    "parse_quantity",
    "records",
    "render",
]


def test_public_names() -> None:
    assert sorted(govreport.__all__) == sorted(PUBLIC)
    assert all(getattr(govreport, name).__doc__ for name in PUBLIC)


@pytest.mark.parametrize(
    "error",
    [
        LoadError("x.pdf", (("utf-8", "invalid start byte at 10"),)),
        ParseError("5亿余个多", 3, "a unit"),
        UnitError("亩", "吨", "area and mass"),
        SchemaError("sections[0]", "expected a dict"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_carry_facts_and_survive_pickling(error: GovReportError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))
    assert isinstance(error, GovReportError)
    assert type(error).__module__ == "govreport", "what a traceback shows"
    assert isinstance(error, ValueError) is (type(error) is not UnitError)


@pytest.mark.parametrize("verb", ["clean", "find_quantities", "parse", "parse_number", "parse_quantity"])
@pytest.mark.parametrize("given", [None, 5, b"12"])
def test_what_is_no_str_is_refused(verb: str, given: object) -> None:
    with pytest.raises(TypeError, match=rf"^{verb}\(\) takes a str, not {type(given).__name__}"):
        getattr(govreport, verb)(given)


def test_import_reads_no_table() -> None:
    code = "import govreport; from govreport._tables import rows; print(rows.cache_info().misses)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "0"


def test_patterns_of_the_standard_library_compile_on_python_3_10() -> None:
    possessive = re.compile(r"(?<![\w.])re\.compile\([^\n]*?(?:[+*?}]\+|\(\?>)")
    found = [
        f"{path.name}: {match[0]}"
        for path in Path(govreport.__file__).parent.glob("*.py")
        for match in possessive.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
