"""Measure the library: speed of the whole and of each stage, import time, memory, and growth with the length of the text.

    .venv/bin/python tests/benchmarks/run.py [--quick] [--json OUT] [FILES...]

FILES are reports in UTF-8; without any, the five seeds.  Every time is also given as a ratio to ``OpenCC("t2s").convert`` of
opencc-python-reimplemented on the same text in the same process: machines differ, the ratio hardly does.  The two take turns
of a few runs in a row, and the best of each counts: other work on the machine only ever adds time, and so does a processor's
cache full of what the other one left (a parse right behind a conversion takes a sixth longer).  It is not part of the test run.

- *whole*: `govreport.parse` of each text, warm: tables and patterns are there.
- *stages*: every function that `parse` calls, as `govreport._parse` imports it, timed inside `parse`; the rest is "in between".
- *import*: fresh interpreters, less the time of one that imports nothing, against ``import regex, opencc, attrs``.
  "first parse" is what the first report of a process costs beyond a warm one: tables and patterns come with it.
- *memory*: the peak that a parse adds, in bytes a character of the text, by `tracemalloc` in a child process, report included.
- *growth*: 1 to 100 reports one behind the other, and one text of ten million characters; time and memory a character.

``--quick`` leaves out memory and what takes longer than a second.  The goals are marked: ``parse`` in a quarter of the
converter's time, ``import govreport`` in 1.5 times that of its dependencies, a hundred reports at most twice as long a
character as one.
"""

# ruff: noqa: T201 - what it finds, it prints
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEEDS = Path(__file__).parent.parent.parent / "seeds"
GOALS = {"whole": 0.25, "import": 1.5, "growth": 2.0}
COPIES = (1, 3, 10, 30, 100)
MOST_CHARACTERS = 10_000_000


def best(*runs: Callable[[], object], rounds: int = 5, in_a_row: int = 3) -> list[float]:
    """Return the shortest time of each of *runs*, which take turns of a few in a row."""
    times = [float("inf")] * len(runs)
    for _ in range(rounds):
        for i, run in [pair for pair in enumerate(runs) for _ in range(in_a_row)]:
            started = time.perf_counter()
            run()
            times[i] = min(times[i], time.perf_counter() - started)
    return times


class Table:
    """A table that prints itself row by row and keeps what was measured."""

    def __init__(self, title: str, columns: Sequence[str]) -> None:
        self.title = title
        self.rows: list[dict[str, Any]] = []
        self.columns = columns
        print(f"\n{title}\n{'':26}" + "".join(f"{column:>16}" for column in columns), flush=True)

    def add(self, name: str, *cells: float | str, note: str = "") -> None:
        """Add a row and print it."""
        self.rows.append({"name": name, **dict(zip(self.columns, cells))})
        shown = (cell if isinstance(cell, str) else _short(cell) for cell in cells)
        print(f"{name[:25]:26}" + "".join(f"{cell:>16}" for cell in shown) + (f"   {note}" if note else ""), flush=True)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"


def _against(goal: float, value: float) -> str:
    return f"goal {goal:g}: {'met' if value <= goal else 'MISSED'}"


def whole(texts: dict[str, str], convert: Callable[[str], str]) -> Table:
    """Time `parse` of each text."""
    from govreport import parse  # noqa: PLC0415 - import time is measured apart

    table = Table("whole parse, warm", ("characters", "ms", "chars/s", "ns/char", "of convert"))
    totals = [0.0, 0.0]
    for name, text in texts.items():
        parse(text)
        times = best(partial(parse, text), partial(convert, text))
        totals = [a + b for a, b in zip(totals, times)]
        table.add(name, *_rates(len(text), *times))
    rates = _rates(sum(map(len, texts.values())), *totals)
    table.add("all of them", *rates, note=_against(GOALS["whole"], rates[-1]))
    return table


def _rates(length: int, seconds: float, converting: float) -> tuple[float, float, float, float, float]:
    return length, seconds * 1e3, length / seconds, seconds / length * 1e9, seconds / converting


def stages(texts: dict[str, str], convert: Callable[[str], str]) -> Table:
    """Time each function that `parse` calls, over all texts."""
    from govreport import _parse  # noqa: PLC0415 - as above

    spent: dict[str, float] = {}
    inner = [0.0]  # what the stages inside the one that runs have spent

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            inner.append(0.0)
            started = time.perf_counter()
            value = stage(*args, **kwargs)
            seconds = time.perf_counter() - started
            spent[name] = spent.get(name, 0.0) + seconds - inner.pop()
            inner[-1] += seconds
            return value

        return run

    originals = {
        name: value
        for name, value in vars(_parse).items()
        if callable(value) and not isinstance(value, type) and name not in ("parse", "clean")
        and getattr(value, "__module__", "").startswith("govreport")
    }  # fmt: skip
    least: dict[str, float] = {}
    try:
        vars(_parse).update({name: timed(name, value) for name, value in originals.items()})
        for text in texts.values():
            of_text: dict[str, float] = {}
            for _ in range(7):
                spent.clear()
                started = time.perf_counter()
                _parse.parse(text)
                spent["in between"] = time.perf_counter() - started - sum(spent.values())
                of_text = {name: min(seconds, of_text.get(name, seconds)) for name, seconds in spent.items()}
            least = {name: least.get(name, 0.0) + of_text.get(name, 0.0) for name in {**least, **of_text}}
    finally:
        vars(_parse).update(originals)
    converting = sum(best(partial(convert, text))[0] for text in texts.values())
    length = sum(map(len, texts.values()))
    table = Table("each stage, over all texts", ("ms", "chars/s", "ns/char", "of convert"))
    for name, seconds in sorted(least.items(), key=lambda item: -item[1]):
        table.add(name, *_rates(length, max(seconds, 1e-9), converting)[1:])
    return table


def imports() -> Table:
    """Time imports in fresh interpreters."""
    codes = {
        "nothing": "pass",
        "regex, opencc, attrs": "import regex, opencc, attrs",
        "govreport": "import govreport",
        "all public names": "from govreport import *",
        "all, and first parse": "from govreport import parse; parse('一、2024年工作安排\\n地区生产总值增长5%。')",
    }
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(11):
        for name, code in codes.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code
            times[name].append(time.perf_counter() - started)
    net = {name: median(seconds) - median(times["nothing"]) for name, seconds in times.items()}
    dependencies = net["regex, opencc, attrs"]
    table = Table("import, net of the interpreter's start, median of 11", ("ms", "of dependencies"))
    for name in list(codes)[1:]:
        ratio = net[name] / dependencies
        table.add(name, net[name] * 1e3, ratio, note=_against(GOALS["import"], ratio) if name == "govreport" else "")
    return table


_PEAK = """
import json, sys, tracemalloc
from govreport import parse
text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
parse(text[:20000])
tracemalloc.start()
report = parse(text)
print(json.dumps(tracemalloc.get_traced_memory()))
"""


def peak(text: str) -> tuple[int, int]:
    """Return the bytes that the report of *text* holds, and the most that parsing it needs, in a process of its own."""
    given = text.encode("utf-8", "surrogatepass")
    done = subprocess.run([sys.executable, "-c", _PEAK], input=given, capture_output=True, check=True)  # noqa: S603
    held, most = json.loads(done.stdout)
    return held, most


def memory(texts: dict[str, str]) -> Table:
    """Measure the memory that a report needs."""
    table = Table("memory, by tracemalloc", ("report KiB", "peak KiB", "report bytes/char", "peak bytes/char"))
    for name, text in texts.items():
        held, most = peak(text)
        table.add(name, held / 1024, most / 1024, held / len(text), most / len(text))
    return table


def growth(texts: dict[str, str], convert: Callable[[str], str], *, quick: bool) -> Table:
    """Time reports one behind the other, up to ten million characters."""
    from govreport import parse  # noqa: PLC0415 - as above

    table = Table("growth", ("characters", "seconds", "ns/char", "times of one", "of convert", "peak bytes/char"))
    for name, text in texts.items():
        first = 0.0
        for copies in (*COPIES, MOST_CHARACTERS // len(text)):
            long = "\n".join([text] * copies)
            if quick and len(long) > 500_000:
                break
            last = copies > max(COPIES)
            rounds = 5 if copies < 10 else 2 if not last else 1
            runs = [partial(parse, long)] + ([] if last else [partial(convert, long)])
            times = best(*runs, rounds=rounds)
            first = first or times[0] / len(long)
            ratio = times[0] / len(long) / first
            held = "" if quick or last else peak(long)[1] / len(long)
            of_convert = "" if last else times[0] / times[1]
            note = _against(GOALS["growth"], ratio) if copies >= max(COPIES) else ""
            label = f"{copies} x {name}"
            table.add(label, len(long), times[0], times[0] / len(long) * 1e9, ratio, of_convert, held, note=note)
    return table


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="reports in UTF-8; the five seeds if there are none")
    parser.add_argument("--quick", action="store_true", help="leave out memory and long texts")
    parser.add_argument("--json", type=Path, help="write what was measured to this file as well")
    wanted = parser.parse_args()
    files = wanted.files or sorted(SEEDS.glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in files}
    tables = [imports()]
    import opencc  # noqa: PLC0415 - import time is measured apart

    convert = opencc.OpenCC("t2s").convert
    tables += [whole(texts, convert), stages(texts, convert)]
    if not wanted.quick:
        tables.append(memory(texts))
    tables.append(growth(texts, convert, quick=wanted.quick))
    if wanted.json:
        wanted.json.write_text(
            json.dumps({t.title: t.rows for t in tables}, ensure_ascii=False, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
