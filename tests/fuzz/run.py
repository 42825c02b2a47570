"""Feed the library spoilt text and bytes until it breaks one of its laws.

    .venv/bin/python tests/fuzz/run.py --count 1000000 [--seed 1] [--jobs 2] [--only parse,load] [--seconds 5]

Inputs are made from the seeds, from fragments that reports are made of, and from noise, by cutting, splicing, repeating,
swapping, converting to Traditional or to full width, and doing to the bytes what bad sites do; files are made of the same
texts in the encodings that `load` reads, with bytes spoilt.  Every input is made of the seed and its number alone: ``--seed S
--start N --count 1`` makes number N again.  What is checked: no exception but the documented ones, spans in range,
``q.text`` where its span says, edits that make the clean text of the source, a clean text that needs no more cleaning,
the round trips of JSON and pickle, numbers that are read back, and `PATIENCE` seconds for an input.
A finding is printed with its input, made shorter as long as it fails in the same way, ready for ``tests/data/fuzz-regressions.tsv``.
The last line states the counts.  It is not part of the test run; what it found is (``tests/test_fuzz.py``).
"""

# ruff: noqa: T201 - what it finds, it prints
from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz.checks import CHECKS, failure
from fuzz.inputs import make

PATIENCE = 10
_CHUNK = 2000


def shortened(verb: str, given: str | bytes, how: str, budget: int = 300) -> str | bytes:
    """Return a shorter input that fails in the same way, trying at most *budget* others."""
    size = max(1, len(given) // 2)
    while size and budget:
        at = 0
        while at < len(given) and budget:
            budget -= 1
            less = _without(given, at, at + size)
            if failure(verb, less, PATIENCE) == how:
                given = less
            else:
                at += size
        size //= 2
    return given


def _without(given: str | bytes, start: int, stop: int) -> str | bytes:
    if isinstance(given, str):
        return given[:start] + given[stop:]
    return given[:start] + given[stop:]


def work(task: tuple[int, int, int, tuple[str, ...], int]) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """Try the inputs from one number to another; return how many of each kind, and what failed."""
    seed, start, stop, verbs, patience = task
    counts: Counter[str] = Counter()
    found: dict[tuple[str, str], str] = {}
    for number in range(start, stop):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same inputs every time are wanted
        verb = chance.choice(verbs)
        given = make(verb, chance)
        counts[verb] += 1
        counts["characters"] += len(given)
        how = failure(verb, given, patience)
        if how and (verb, how) not in found:
            print(f"input {number} of seed {seed}: {verb}: {how}", flush=True)
            found[verb, how] = json.dumps(_plain(shortened(verb, given, how)))
    return counts, [(verb, how, given) for (verb, how), given in found.items()]


def _plain(given: str | bytes) -> str:
    return given if isinstance(given, str) else given.decode("latin-1")


def main() -> int:
    """Run as asked; return 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--start", type=int, default=0, help="the number of the first input, to go on where a run ended"
    )
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default=",".join(CHECKS), help=f"of {', '.join(CHECKS)}")
    parser.add_argument("--seconds", type=float, default=PATIENCE, help="what a single input may take")
    wanted = parser.parse_args()
    verbs = tuple(wanted.only.split(","))
    stop = wanted.start + wanted.count
    tasks = [
        (wanted.seed, low, min(low + _CHUNK, stop), verbs, wanted.seconds)
        for low in range(wanted.start, stop, _CHUNK)
    ]  # fmt: skip
    counts: Counter[str] = Counter()
    found: dict[tuple[str, str], str] = {}
    started = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(wanted.jobs) as pool:
        for done, (some, failures) in enumerate(pool.imap(work, tasks), 1):
            counts += some
            for verb, how, given in failures:
                if (verb, how) not in found:
                    found[verb, how] = given
                    print(f"{verb}\t{given}\t\t{how}", flush=True)
            if done % 25 == 0:
                print(
                    f"# {sum(counts.values()) - counts['characters']:,} inputs, {time.monotonic() - started:.0f} s",
                    flush=True,
                )
    inputs = sum(counts.values()) - counts["characters"]
    each = ", ".join(f"{verb} {counts[verb]:,}" for verb in verbs)
    print(
        f"{inputs:,} inputs of {counts['characters']:,} characters ({each}), seed {wanted.seed}: {len(found)} findings"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
