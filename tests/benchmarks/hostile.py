"""Try every pattern of the package, and the public verbs, on text that makes bad patterns go back and forth.

    .venv/bin/python tests/benchmarks/hostile.py [--quick] [--patterns | --verbs]

Each pattern searches, matches and runs through each repeated unit at 20,000 and at 80,000 characters; four times the text
may take at most five times the time.  So may each verb.  What takes longer is printed, and the exit status is 1.
Times under a twentieth of a second are not compared: going back and forth over 80,000 characters takes seconds, and what
is quick says nothing.  The time is the processor's, not the clock's, and the best of several measurements counts.
``--quick`` leaves out the units that were made from the patterns themselves.
"""

# ruff: noqa: T201 - what it finds, it prints
from __future__ import annotations

import argparse
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile_units import UNITS, repeated
from patience import TooLongError, within
from patterns import Found, gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT, LONG = 20_000, 80_000
FLOOR = 0.05
"""Seconds for the long text below which nothing is compared."""
MOST = 5.0
PATIENCE = 20
"""Seconds after which a single run is given up as hanging."""
MOST_LINES = 3
"""How many findings of one pattern are shown."""

OPERATIONS: dict[str, Callable[[Any, str], object]] = {
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    with within(PATIENCE):
        run()
    return time.process_time() - started


def growth(run: Callable[[str], object], unit: str, tail: str = "") -> float | None:
    """Return how much longer *run* takes for four times the text if that is more than `MOST`, else None."""
    times = _growth(run, unit, tail, SHORT, LONG)
    if times is None or times > 2 * MOST:
        return times
    return _growth(run, unit, tail, LONG, 4 * LONG)  # in doubt a longer text tells


def _growth(run: Callable[[str], object], unit: str, tail: str, less: int, more: int) -> float | None:
    short, long = repeated(unit, less) + tail, repeated(unit, more) + tail
    best_short = best_long = float("inf")
    for _ in range(5):
        try:
            best_long = min(best_long, _seconds(lambda: run(long)))
        except TooLongError:
            return float("inf")
        if best_long < FLOOR:
            return None
        best_short = min(best_short, _seconds(lambda: run(short)))
        if best_long <= MOST * best_short:
            return None
    return best_long / best_short


def own_units(found: Found, sample: str) -> list[str]:
    """Return units that the pattern itself suggests: what it matches in real text, whole and cut short."""
    matches = sorted({m[0] for m in found.pattern.finditer(sample) if 0 < len(m[0]) <= 40}, key=len)
    chosen = matches[:: max(1, len(matches) // 4)][:5]
    return list(dict.fromkeys(unit for match in chosen for unit in (match, match[:-1], match[1:]) if unit))


def pattern_offenders(*, quick: bool) -> Iterator[str]:
    """Yield a line for every pattern, operation and unit that grows more than the text."""
    sample = "" if quick else _sample()
    patterns = gathered()
    print(
        f"{len(patterns)} patterns, {len(UNITS)} units and those of each pattern, {', '.join(OPERATIONS)}", flush=True
    )
    for found in patterns:
        yield from islice(_offences(found, sample), MOST_LINES)


def _offences(found: Found, sample: str) -> Iterator[str]:
    for unit in [*UNITS, *own_units(found, sample)]:
        for tail in ("", "\x00", found.pattern.pattern):  # what must occur, does, at the end
            for name, operation in OPERATIONS.items():
                times = growth(lambda text: operation(found.pattern, text), unit, tail)  # noqa: B023
                if times is not None:
                    ends = f" and {tail[:9]!r}" if tail else ""
                    yield f"{found}\n    {name} of {unit!r} repeated{ends}: {times:.1f} times as long"


def _sample() -> str:
    seeds = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
    return "".join(path.read_text(encoding="utf-8") for path in seeds)


def verb_offenders() -> Iterator[str]:
    """Yield a line for every public verb and unit that grows more than the text."""
    import govreport  # noqa: PLC0415 - the patterns are gathered before

    def refused(read: Callable[[str], object]) -> Callable[[str], object]:
        def run(text: str) -> object:
            try:
                return read(text)
            except govreport.ParseError as error:
                return error

        return run

    verbs: dict[str, Callable[[str], object]] = {
        "clean": govreport.clean,
        "parse": govreport.parse,
        "find_quantities": govreport.find_quantities,
        "parse_number": refused(govreport.parse_number),
        "parse_quantity": refused(govreport.parse_quantity),
    }
    print(f"{len(UNITS)} units, {', '.join(verbs)}", flush=True)
    for unit in UNITS:
        for name, verb in verbs.items():
            for lead in ("", "今年，地区生产总值增长5%。"):
                times = growth(lambda text: verb(lead + text), unit)  # noqa: B023
                if times is not None:
                    yield f"{name} of {lead}{unit!r} repeated: {times:.1f} times as long"


def main() -> int:
    """Run what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="only the common units")
    parser.add_argument("--patterns", action="store_true", help="only the patterns")
    parser.add_argument("--verbs", action="store_true", help="only the public verbs")
    wanted = parser.parse_args()
    found = 0
    if not wanted.verbs:
        for line in pattern_offenders(quick=wanted.quick):
            print(line, flush=True)
            found += 1
    if not wanted.patterns:
        for line in verb_offenders():
            print(line, flush=True)
            found += 1
    print(f"{found} found that grow more than the text")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
