"""The READMEs' examples run and their figures are true; the pages in ``docs/`` are run by Sphinx."""

from __future__ import annotations

import doctest
import re
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest

import govreport
from scoring import GOLD, SEEDS, gold, scores

ROOT = Path(__file__).parent.parent
READMES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")}
SCORED = ("meta", "sections", "tasks", "glossary", "notes", "quantities", "facts")
BLOCK_RE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CHINESE_RE = re.compile(r"[\u4e00-\u9fff]")


@cache
def seed(name: str) -> govreport.Report:
    return govreport.load(SEEDS / f"{name}.txt")


@cache
def measured(name: str) -> dict[str, float]:
    return scores(name, seed(name))


def blocks(text: str, language: str) -> list[str]:
    return [body for name, body in BLOCK_RE.findall(text) if name == language]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(blocks(READMES[name], "python"))
    test = doctest.DocTestParser().get_doctest(examples, {}, name, name, 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_both_readmes_have_the_same_code() -> None:
    english, chinese = (BLOCK_RE.findall(text) for text in READMES.values())
    assert english == chinese


def test_both_readmes_have_the_same_parts_and_lead_to_each_other() -> None:
    english, chinese = READMES.values()
    assert len(re.findall(r"^## ", english, re.MULTILINE)) == len(re.findall(r"^## ", chinese, re.MULTILINE))
    assert len(re.findall(r"^\| ", english, re.MULTILINE)) == len(re.findall(r"^\| ", chinese, re.MULTILINE))
    assert "(README.zh-CN.md)" in english
    assert "(README.md)" in chinese


def test_the_chinese_readme_has_chinese_punctuation() -> None:
    prose = re.sub(r"`[^`]*`", "", BLOCK_RE.sub("", READMES["README.zh-CN.md"]))
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", prose) == []
    wrapped = [pair for pair in re.findall(r"(.)\n(.)", prose) if all(CHINESE_RE.match(char) for char in pair)]
    assert wrapped == [], "a line end between Chinese characters shows as a blank"


@pytest.mark.parametrize("name", READMES)
def test_the_readme_has_one_line_for_each_set_up(name: str) -> None:
    for ending in (r"quickstart\.py seeds/\S+\.txt", r"pytest( .*)?"):
        assert (
            len([line for line in READMES[name].splitlines() if re.fullmatch(rf"python3 -m venv .*{ending}", line)])
            == 1
        )


def test_the_readmes_name_files_that_are_there() -> None:
    for text in (*READMES.values(), (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        named = re.findall(r"(?:docs|tests|src|seeds)/[\w./*-]+\.(?:py|rst|tsv|json|txt|png)", text)
        gone = [path for path in named if not any(ROOT.glob(path))]
        assert [path for path in gone if "_build" not in path] == []


@pytest.mark.parametrize("name", READMES)
def test_the_scores_in_the_readme_are_those_measured(name: str) -> None:
    rows = re.findall(r"^\| `([\w-]+-\d{4})` \| [^|]+ \| (.*) \|$", READMES[name], re.MULTILINE)
    assert [report for report, _ in rows] == sorted(path.stem for path in GOLD.glob("*.json"))
    for report, cells in rows:
        wanted = gold(report)
        lacks = {part for part in ("glossary", "notes") if not wanted[part]}
        if not any(s["level"] > 1 and s["number"] is not None for s in wanted["sections"]):
            lacks.add("tasks")
        expected = ["–" if part in lacks else f"{measured(report)[part]:.3f}" for part in SCORED]
        assert cells.split(" | ") == expected, report


def test_the_unseen_scores_are_the_same_wherever_they_stand() -> None:
    pages = [*READMES.values(), (ROOT / "docs" / "accuracy.rst").read_text(encoding="utf-8")]
    assert all(figure in page for page in pages for figure in ("0.956", "0.997", "0.981", "0.985", "0.976", "0.869"))


def test_the_reference_has_every_public_name() -> None:
    reference = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.rst"))
    named = set(re.findall(r"^\.\. auto\w+:: govreport\.(\w+)$", reference, re.MULTILINE))
    assert [name for name in govreport.__all__ if name not in named] == []


def test_every_page_is_in_a_table_of_contents() -> None:
    docs = ROOT / "docs"
    index = (docs / "index.rst").read_text(encoding="utf-8")
    listed = set(re.findall(r"^   (?:[\w ]+ <)?([\w/-]+)>?$", index, re.MULTILINE))
    pages = {
        path.relative_to(docs).with_suffix("").as_posix()
        for path in docs.glob("**/*.rst")
        if "_build" not in path.parts
    }
    assert pages - {"index"} == listed


def test_every_place_states_the_same_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [govreport.__version__] == [version("govreport")]


def test_every_code_and_rule_is_in_the_reference() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "govreport").glob("_*.py"))
    page = (ROOT / "docs" / "reference" / "codes.rst").read_text(encoding="utf-8")
    listed = set(re.findall(r"\* - ``([a-z0-9-]+)``", page))
    codes = set(re.findall(r'code="([a-z-]+)"', sources))
    rules = {edit.rule for path in SEEDS.glob("*.txt") for edit in seed(path.stem).clean.edits}
    assert codes | rules <= listed


def test_the_generated_tables_hold_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    from _ext import data_tables  # noqa: PLC0415 - found only with docs/ on the path

    from govreport._tables import rows  # noqa: PLC0415

    pages = {name: getattr(data_tables, name)() for name in ("units", "indicators", "bounds")}
    assert [unit for unit, *_ in rows("units") if f"``{unit}``" not in pages["units"]] == []
    kept = [name for name, _, kind, *_ in rows("indicators") if kind != "other"]
    assert [name for name in kept if f"``{name}``" not in pages["indicators"]] == []
    assert [word for word, *_ in rows("bounds") if f"``{word}``" not in pages["bounds"]] == []
    sys.modules.pop("_ext", None)
