"""The same report from one thread and from eight, from this process and another, whatever the seed of the hashes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest

import govreport
from digest import SEEDS, THREADS, digest, from_threads, texts

SCRIPT = Path(__file__).parent / "digest.py"


def output(*arguments: str, hashes: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": hashes}
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.split()  # noqa: S603


@cache
def expected() -> str:
    return "/".join(map(digest, texts()))


@pytest.mark.parametrize("hashes", ["0", "1", "4242"])
def test_the_same_in_every_run(hashes: str) -> None:
    assert output("seeds", hashes=hashes) == [expected()]


def test_eight_threads_that_find_no_table_read_yet() -> None:
    assert output("threads", hashes="random") == [expected()] * THREADS


def test_eight_threads() -> None:
    assert from_threads() == [expected()] * THREADS


def facts_of(report: govreport.Report) -> tuple[tuple[govreport.Fact, ...], str]:
    return report.facts, report.sections[0].text


def fails(text: str) -> None:
    govreport.parse_number(text)


def test_reports_and_errors_go_to_other_processes_and_back() -> None:
    given = (SEEDS / "jinxian-2023.txt").read_text(encoding="utf-8")
    report = govreport.parse(given)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(govreport.parse, given)
        facts, text = pool.submit(facts_of, report).result()
        error = pool.submit(fails, "三亿吨").exception()
        assert there.result() == report
    assert facts == report.facts
    assert text == report.sections[0].text
    assert isinstance(error, govreport.ParseError)
    assert (error.text, error.position) == ("三亿吨", 2)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle(protocol: int) -> None:
    report = govreport.parse((SEEDS / "gaoping-2025.txt").read_text(encoding="utf-8"))
    again = pickle.loads(pickle.dumps(report, protocol))
    assert again == report
    assert again.clean.edits == report.clean.edits
