"""Count the tables of the language of reports, ``data/pairs.tsv`` and ``data/triples.tsv``, by which damage is undone.

    .venv/bin/python tests/language/count.py --reports FILES... [--news FILES...] [--words FILE] [--out FOLDER]

The texts beside this file are always counted.  *Reports* are real ones without damage, in Simplified or Traditional
characters; *news* is general text, of which so many sightings as ``--share`` says count as one; *words* is a list of words and
their frequencies, from which only the pairs inside a word are taken, and only as "seen".  The tables are written to *out*, the
package's data if none is given.  README.md says what the tables in the package were counted over.
"""

# ruff: noqa: T201 - it says what it did
from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from govreport._chinese import fold
from govreport._edits import CleanText
from govreport._normalize import normalize
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "src" / "govreport" / "data"
STEPS = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0)
"""The sightings that each step of a table begins with; triples begin with the second."""
RARE = 2.0  # a pair that was seen less often is left out if chance explains it
LEAST_CONTEXT = 1.5  # sightings of two characters, of which a third is listed
WORD_FREQUENCY, KNOWN_WORD = (
    3,
    50,
)  # words that a list has less often are left out; others were seen half a time, known ones once
_TAG_RE = re.compile(r"/\w+|\s")
_RUNS_RE = re.compile(r"⏎+")


def simplified_reports(files: Iterable[Path]) -> Iterator[str]:
    """Yield real reports, Simplified but not repaired: tables must not learn from what they restored."""
    for file in files:
        yield normalize(CleanText.of(file.read_text(encoding="utf-8"))).text


def news_lines(files: Iterable[Path]) -> Iterator[str]:
    """Yield general text without the tags of a corpus."""
    for file in files:
        yield "\n".join(_TAG_RE.sub("", line) for line in file.read_text(encoding="utf-8").splitlines())


class Counts:
    """How often characters, pairs and triples were seen."""

    def __init__(self) -> None:
        self.single: defaultdict[str, float] = defaultdict(float)
        self.pair: defaultdict[str, float] = defaultdict(float)
        self.triple: defaultdict[str, float] = defaultdict(float)

    def add(self, text: str, weight: float) -> None:
        """Count *text*, each sighting for *weight*."""
        folded = _RUNS_RE.sub("⏎", fold("\n" + text + "\n"))
        for counter, pieces in (
            (self.single, folded),
            (self.pair, map("".join, pairwise(folded))),
            (self.triple, map("".join, zip(folded, folded[1:], folded[2:]))),
        ):
            for piece, count in Counter(pieces).items():
                counter[piece] += count * weight

    def add_words(self, file: Path) -> None:
        """See what the words of a list hold inside: once if the word is frequent, else less than once."""
        for line in file.read_text(encoding="utf-8").splitlines():
            word, frequency = line.split(" ")[:2]
            word = fold(word)
            if len(word) > 1 and float(frequency) >= WORD_FREQUENCY and "A" not in word and "0" not in word:
                seen = 1.0 if float(frequency) >= KNOWN_WORD else 0.5
                for pair in map("".join, pairwise(word)):
                    self.pair[pair] = max(self.pair[pair], seen)


def step(seen: float) -> int:
    """Return the step that *seen* sightings are on, -1 if none."""
    return sum(seen >= least for least in STEPS) - 1


def pair_rows(counts: Counts) -> Iterator[list[str]]:
    """Yield the rows of the table of pairs."""
    total = sum(counts.single.values())
    followers: dict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in STEPS])
    behind: defaultdict[str, float] = defaultdict(float)
    for pair, seen in sorted(counts.pair.items()):
        first, second = pair[0], pair[1]
        behind[second] += min(seen, 1.0)
        by_chance = counts.single.get(first, 0.0) * counts.single.get(second, 0.0) / total
        if step(seen) >= 0 and (seen >= RARE or seen > by_chance):
            followers[first][step(seen)].append(second)
    traditional = traditional_forms()
    for character, seen in sorted(counts.single.items(), key=lambda item: (-item[1], item[0])):
        if character == "#":  # would be read as a comment
            continue
        cells = ["".join(column) for column in followers[character]]
        yield [character, traditional.get(character, ""), short(seen), short(behind[character]), *cells]
    for character in sorted(traditional.keys() - counts.single.keys()):
        yield [character, traditional[character], "", ""]


def short(number: float) -> str:
    """Write a number of sightings."""
    return f"{number:.1f}".removesuffix(".0")


def traditional_forms() -> Mapping[str, str]:
    """Return the Traditional forms that GBK has of each Simplified character, as the table that stands lists them."""
    return {row[0]: row[1] for row in rows("pairs") if row[1]}


def triple_rows(counts: Counts) -> Iterator[list[str]]:
    """Yield the rows of the table of triples."""
    thirds: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple, seen in sorted(counts.triple.items()):
        if step(seen) > 0 and counts.pair.get(triple[:2], 0.0) >= LEAST_CONTEXT and triple[0] != "#":
            thirds[triple[:2]][step(seen)].append(triple[2])
    for before, steps in sorted(thirds.items()):
        yield [before, "".join(f"{step}{''.join(steps[step])}" for step in sorted(steps, reverse=True))]


def written(name: str, lines: Iterable[list[str]], out: Path) -> int:
    """Write a table under the head that it has in the package; return how many rows it has."""
    head = []
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        head.append(line)
        if not line.startswith("#"):
            break
    body = ["\t".join(line).rstrip("\t") for line in lines]
    (out / f"{name}.tsv").write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")
    return len(body)


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--reports", nargs="*", type=Path, default=[])
    parser.add_argument("--news", nargs="*", type=Path, default=[])
    parser.add_argument("--share", type=float, default=10.0, help="sightings in the news that count as one")
    parser.add_argument("--words", type=Path)
    parser.add_argument("--out", type=Path, default=DATA)
    wanted = parser.parse_args()
    counts = Counts()
    for text in simplified_reports(wanted.reports):
        counts.add(text, 1.0)
    for file in sorted((HERE / "texts").glob("*.txt")):
        counts.add(file.read_text(encoding="utf-8"), 1.0)
    for text in news_lines(wanted.news):
        counts.add(text, 1 / wanted.share)
    if wanted.words:
        counts.add_words(wanted.words)
    print(f"{sum(counts.single.values()):,.0f} characters")
    for name, lines in (("pairs", pair_rows(counts)), ("triples", triple_rows(counts))):
        print(f"{name}: {written(name, lines, wanted.out)} rows")


if __name__ == "__main__":
    main()
