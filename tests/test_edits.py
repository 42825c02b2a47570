"""Stacked layers of edits, by the laws that a map back to the source must keep."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport import CleanText, Diagnostic, Edit, SourceSpan, Span
from govreport._edits import apply_edits


@st.composite
def layers(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of that length, in order and not overlapping."""
    cuts = sorted(set(draw(st.lists(st.integers(0, length), max_size=8))))
    news = draw(st.lists(st.none() | st.text("xyz", max_size=3), min_size=len(cuts), max_size=len(cuts)))
    return [Edit(a, b, new, f"rule {a}") for a, b, new in zip(cuts, cuts[1:], news) if new is not None]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Diagnostic(code="x", message="", span=Span(0, 1)), "Diagnostic; pass its span, as in locate(fact.span)"),
        ((0, 1), "tuple; make one with govreport.Span(start, end)"),
        (SourceSpan(0, 1), "SourceSpan; a SourceSpan is a place in the source already"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_only_a_span_is_located(given: object, said: str) -> None:
    with pytest.raises(TypeError) as caught:
        govreport.parse("地区生产总值").locate(given)  # type: ignore[arg-type]
    assert str(caught.value) == f"locate() takes a Span, not {said}"


@pytest.mark.parametrize("span", [Span(5, 9), Span(-1, 2), Span(3, 1)])
def test_a_span_of_another_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="the clean text has 6 characters"):
        govreport.parse("地区生产总值").locate(span)


@settings(max_examples=400)
@given(st.text("abcdef", max_size=14), st.data())
def test_three_layers_fold_into_one_list(source: str, data: st.DataObject) -> None:
    clean = CleanText.of(source)
    for _ in range(3):
        edits = data.draw(layers(len(clean.text)))
        want = apply_edits(clean.text, edits)
        clean = clean.apply(edits)
        assert clean.text == want == apply_edits(source, clean.edits)
        assert all(edit.start < edit.end for edit in clean.edits)
        assert all(a.end <= b.start for a, b in zip(clean.edits, clean.edits[1:]))
    shouted = clean.recast(clean.text.upper())
    assert apply_edits(source, shouted.edits) == clean.text.upper()


@settings(max_examples=400)
@given(st.text("abcdef", min_size=1, max_size=14), st.data())
def test_located_spans_are_hulls_in_order(source: str, data: st.DataObject) -> None:
    clean = CleanText.of(source)
    for _ in range(2):
        clean = clean.apply(data.draw(layers(len(clean.text))))
    size = len(clean.text)
    single = [clean.locate(Span(i, i + 1)) for i in range(size)]
    assert all(place.start < place.end for place in single)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(single))
    for start in range(size):
        for end in range(start + 1, size + 1):
            assert clean.locate(Span(start, end)) == SourceSpan(single[start].start, single[end - 1].end)


@settings(max_examples=400)
@given(st.text("abcdef", min_size=1, max_size=14), st.data())
def test_what_is_located_is_reflected(source: str, data: st.DataObject) -> None:
    clean = CleanText.of(source)
    for _ in range(2):
        clean = clean.apply(data.draw(layers(len(clean.text))))
    for i in range(len(clean.text)):
        back = clean.reflect(clean.locate(Span(i, i + 1)))
        assert back.start <= i < back.end
    for i in range(len(source)):
        back = clean.reflect(SourceSpan(i, i + 1))
        assert 0 <= back.start <= back.end <= len(clean.text)
        assert back.start < back.end or not clean.text


def test_a_gloss_belongs_to_a_span_only_inside_it() -> None:
    source = "全面規(guī)劃落實"
    clean = CleanText.of(source).apply([Edit(3, 8, "", "pinyin-gloss")]).recast("全面规划落实")
    cases = {(2, 3): "規", (3, 4): "劃", (2, 4): "規(guī)劃", (4, 6): "落實"}
    assert {k: clean.locate(Span(*k)).of(source) for k in cases} == cases
    assert [(e.rule, e.new) for e in clean.edits] == [("t2s", "规"), ("pinyin-gloss", ""), ("t2s", "划"), ("t2s", "实")]


def test_nothing_left_of_the_text() -> None:
    clean = CleanText.of("abc").apply([Edit(0, 3, "", "gone")])
    assert clean.locate(Span(0, 0)) == SourceSpan(0, 3)
    assert CleanText.of("").locate(Span(0, 0)) == SourceSpan(0, 0)
    assert clean.recast("") is clean
    assert clean.apply([]) is clean
