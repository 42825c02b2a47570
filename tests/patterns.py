"""Gather every pattern that the package compiles, so that none can be left out of the tests on hostile text.

Strategy: both engines compile through one function each, which is replaced before the package is imported.  Then all that
is compiled late is asked for: the seeds are parsed, and every function without parameters whose result is kept is called.
A call of ``compile`` in the source that has not been seen by then is an error, so a new pattern cannot slip through.
Run as a script it writes the patterns to standard output, pickled; `gathered` does that in a fresh interpreter.
"""

from __future__ import annotations

import ast
import functools
import importlib
import importlib.util
import inspect
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_FUNCTIONS = frozenset({"compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"})


_Kept = type(functools.cache(len))
"""What `functools.cache` makes of a function."""


MOST = 12
"""So many patterns of one line are kept, the longest: tables make one for each first character, all of a kind."""
SHAPES = "_patterns"
"""The module that compiles patterns which stand in tables; all of them are kept."""


class Found(NamedTuple):
    """A pattern and where it is compiled."""

    where: str
    """Module and line: ``_periods:31``."""
    engine: str
    """``re`` or ``regex``."""
    pattern: Any

    def __str__(self) -> str:
        text = " ".join(self.pattern.pattern.split())
        return f"{self.where} ({self.engine}) {text if len(text) < 70 else text[:67] + '...'}"


def gathered() -> list[Found]:
    """Return every pattern of the package, by a fresh interpreter that compiles them all."""
    done = subprocess.run([sys.executable, __file__], check=True, capture_output=True)  # noqa: S603
    return [Found(*found) for found in pickle.loads(done.stdout)]


def _gather() -> list[Found]:
    found: dict[tuple[str, str, str, str], Found] = {}
    engines = {"re": re, "regex": sys.modules[regex.compile.__module__]}
    originals = {name: _listen(engine, name, found) for name, engine in engines.items()}
    modules = _compile_all()
    for name, original in originals.items():
        vars(engines[name])["_compile"] = original
    seen = {(where.split(":")[0], int(where.split(":")[1])) for where, *_ in found}
    missed = [
        f"{module}:{low}" for module in modules for low, high in _calls(module) if not _within(seen, module, low, high)
    ]
    if missed:
        raise AssertionError(f"patterns that were never compiled: {', '.join(missed)}")
    of_line: dict[str, list[Found]] = {}
    for one in found.values():
        of_line.setdefault(one.where, []).append(one)
    return [
        one
        for where, line in of_line.items()
        for one in (line if where.startswith(SHAPES) else sorted(line, key=_size)[:MOST])
    ]


def _size(found: Found) -> int:
    return -len(found.pattern.pattern)


def _listen(engine: Any, name: str, found: dict[tuple[str, str, str, str], Found]) -> Any:
    """Note in *found* what *engine* compiles for the package from now on; return the function that did it."""
    original = engine._compile

    def compile_(pattern: Any, *args: Any) -> Any:
        compiled = original(pattern, *args)
        frame = inspect.currentframe()
        while frame and frame.f_globals.get("__name__", "").split(".")[0] in ("re", "regex", "__main__", "patterns"):
            frame = frame.f_back
        module = frame.f_globals.get("__name__", "") if frame else ""
        if frame and module.startswith("govreport"):
            where = f"{module.removeprefix('govreport.')}:{frame.f_lineno}"
            key = (where, name, compiled.pattern, str(compiled.flags))
            found.setdefault(key, Found(where, name, compiled))
        return compiled

    engine._compile = compile_
    return original


def _compile_all() -> list[str]:
    """Import every module and call for what is compiled late; return the names of the modules."""
    govreport = importlib.import_module("govreport")
    names = [name for _, name, _ in pkgutil.iter_modules(govreport.__path__)]
    modules = [importlib.import_module(f"govreport.{name}") for name in names]
    for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt")):
        report = govreport.parse(path.read_text(encoding="utf-8"))
        report._repr_html_()
        govreport.Report.from_dict(report.to_dict())
    for text in (
        "二、今年，国内生产总值增长5%。",
        "政府工作报告\n国务院总理 李克强\n各位代表：\n今年，国内生产总值增长5%。",
    ):
        govreport.parse(text)
    govreport.find_quantities("突破711.1億元，增長三分之一")
    govreport.parse_quantity("約五成")
    importlib.import_module("govreport._load").decode("各位代表：".encode("gb18030"))
    tables, shapes = importlib.import_module("govreport._tables"), importlib.import_module(f"govreport.{SHAPES}")
    for table in ("line", "clause", "panel"):
        for name in {row[0] for row in tables.rows(f"{table}_shapes")}:
            getattr(shapes, f"{table}_shape")(name)
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, _Kept) and _takes_nothing(value):
                value()
    return names


def _takes_nothing(kept: Any) -> bool:
    return inspect.isfunction(kept.__wrapped__) and not inspect.signature(kept).parameters


def _calls(module: str) -> Iterator[tuple[int, int]]:
    """Yield first and last line of each call of an engine in the source of *module*."""
    spec = importlib.util.find_spec(f"govreport.{module}")
    assert spec
    assert spec.origin
    for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        of = node.func.value
        if isinstance(of, ast.Name) and of.id in ("re", "regex") and node.func.attr in _FUNCTIONS:
            yield node.lineno, node.end_lineno or node.lineno


def _within(seen: set[tuple[str, int]], module: str, low: int, high: int) -> bool:
    return any((module, line) in seen for line in range(low, high + 1))


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps([tuple(found) for found in _gather()]))
