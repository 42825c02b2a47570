"""What the fuzzer found, each by the check that failed; and a few hundred new inputs, so that the fuzzer keeps working."""

from __future__ import annotations

import json
import random

import pytest

from fuzz.checks import CHECKS, failure
from fuzz.inputs import make
from tables import table


@pytest.mark.parametrize("row", table("fuzz-regressions"), ids=lambda row: f"{row['verb']}: {row['was']}")
def test_found_before(row: dict[str, str]) -> None:
    given = json.loads(row["input"])
    CHECKS[row["verb"]](given.encode("latin-1") if row["verb"] == "load" else given)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("row", table("fuzz-known-failures"), ids=lambda row: f"{row['verb']}: {row['input']}")
def test_known_failures(row: dict[str, str]) -> None:
    CHECKS[row["verb"]](json.loads(row["input"]))


@pytest.mark.parametrize("verb", CHECKS)
def test_new_inputs(verb: str) -> None:
    found = []
    for number in range(60):
        chance = random.Random(f"{verb}/{number}")  # noqa: S311 - the same inputs every time are wanted
        given = make(verb, chance)
        if how := failure(verb, given):
            found.append((given, how))
    assert found == []
