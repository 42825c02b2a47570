"""The README's example runs; the pages in ``docs/`` are run by Sphinx."""

from __future__ import annotations

import doctest
import re
from importlib.metadata import version
from pathlib import Path

import pytest

import govreport

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(>>> .*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_readme_has_an_example() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_readme_runs(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


@pytest.mark.parametrize("ending", [r"quickstart\.py seeds/\S+\.txt", r"pytest( .*)?"])
def test_the_readme_has_one_line_for_each_set_up(ending: str) -> None:
    assert len([line for line in README.splitlines() if re.fullmatch(rf"python3 -m venv .*{ending}", line)]) == 1


def test_the_reference_has_every_public_name() -> None:
    reference = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.rst"))
    named = set(re.findall(r"^\.\. auto\w+:: govreport\.(\w+)$", reference, re.MULTILINE))
    assert [name for name in govreport.__all__ if name not in named] == []


def test_every_place_states_the_same_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [govreport.__version__] == [version("govreport")]


def test_every_code_and_rule_is_in_the_reference() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "govreport").glob("_*.py"))
    listed = set(
        re.findall(r"\* - ``([a-z0-9-]+)``", (ROOT / "docs" / "reference" / "codes.rst").read_text(encoding="utf-8"))
    )
    used = set(re.findall(r'code="([a-z-]+)"', sources))
    assert used <= listed
