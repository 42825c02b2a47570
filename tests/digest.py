"""Parse the seeds as one of several processes or threads does, and print what comes of it in one line.

``python tests/digest.py seeds`` prints a digest of every report, one behind the other; with ``threads`` it prints the same
from eight threads that start at once, before any table is read.
"""

# ruff: noqa: T201 - what it finds, it prints
from __future__ import annotations

import hashlib
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import govreport

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = ("gaoping-2025", "jinxian-2023", "linchuan-2025")
# 今年國民經濟和社會發展: several characters may be what zhèn was put behind, and none is likelier than the others.
ALIKE = "控制在5%以?xún)取?\n今年?zhèn)窠洕蜕鐣l(fa)展的主要預期目標(biāo)是:國內(nèi)生產總(zǒng)值增長(cháng)8%左右"
THREADS = 8


def texts() -> list[str]:
    """Return the texts: two seeds as they are, the head of a damaged one, and a stretch whose readings weigh the same."""
    found = [(SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES]
    return [*found[:2], found[2][:2500], ALIKE]


def digest(text: str) -> str:
    """Return a digest of all that a report says, its hash, which may differ, left out."""
    report = govreport.parse(text)
    plain = json.dumps([report.to_dict(), [str(row) for row in govreport.records(report.facts)]], ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def from_threads() -> list[str]:
    """Return the digests that every one of several threads comes to; they start together."""
    given = texts()
    start = Barrier(THREADS)

    def run(number: int) -> list[str]:
        start.wait()
        order = range(number, number + len(given))  # not all at the same text at the same time
        found = {i % len(given): digest(given[i % len(given)]) for i in order}
        return [found[i] for i in range(len(given))]

    with ThreadPoolExecutor(THREADS) as pool:
        return ["/".join(found) for found in pool.map(run, range(THREADS))]


if __name__ == "__main__":
    print(*(from_threads() if sys.argv[1] == "threads" else ["/".join(map(digest, texts()))]))
