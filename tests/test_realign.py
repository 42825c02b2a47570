"""Stretches one byte out of step, read from the lost byte on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._edits import apply_edits
from govreport._glosses import pinyin_glosses
from govreport._page import Page
from govreport._realign import Reading, read
from strategies import fragments, noise


def readings(source: str, at: int | None = None) -> list[Reading]:
    page = Page.of(source, pinyin_glosses(source))
    return read(page, source.index("?") if at is None else at)


@pytest.mark.parametrize(
    ("source", "expect"),
    [
        ("同比增長13%??梢哉f是", "同比增長13%。可以說是"),
        ("極具發展?jié)摿团嘤齼r值", "極具發展潛力和培育價值"),
        ("農村規?；┧こ谈采w率達到", "農村規模化供水工程覆蓋率達到"),
        ("農村規?;┧こ谈采w率達到", "農村規模化供水工程覆蓋率達到"),
    ],
)
def test_the_best_reading_undoes_the_damage(source: str, expect: str) -> None:
    best = readings(source)[0]
    assert apply_edits(source, best.done) == expect
    assert best.weight > min(reading.weight for reading in readings(source))


@pytest.mark.parametrize("source", ["增长13%?投资增长8%", "这是为什么?", "?", "您好?我们"])
def test_the_best_reading_of_other_text_is_the_text(source: str) -> None:
    assert readings(source)[0].done == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(fragments() | noise() | st.sampled_from(["?", "??", "?jié)", "€", "規(guī)"]), min_size=1, max_size=4).map(
        "".join
    ),
    st.data(),
)
def test_readings_lie_in_the_text_and_the_text_itself_is_one(source: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(source)))
    found = readings(source, at)
    assert [reading.weight for reading in found] == sorted((reading.weight for reading in found), reverse=True)
    assert () in [reading.done for reading in found]
    line = min((i for mark in "\r\n" if (i := source.find(mark, at)) >= 0), default=len(source))
    for reading in found:
        assert reading.pending < 0
        for edit in reading.done:
            assert at <= edit.start < edit.end <= line
            assert edit.rule == "byte-shift"
            assert edit.new != source[edit.start : edit.end]
