"""The laws of the library, each on real text, spoilt text and noise."""

from __future__ import annotations

import itertools
import json
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

import govreport
from govreport import Report, Section, Span
from govreport._blocks import segment
from govreport._edits import apply_edits
from strategies import seed_texts, texts

laws = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])


def check_edits(text: str) -> None:
    clean = govreport.clean(text)
    assert clean.source == text
    assert apply_edits(text, clean.edits) == clean.text
    assert all(edit.start < edit.end for edit in clean.edits)
    assert all(a.end <= b.start for a, b in zip(clean.edits, clean.edits[1:]))
    places = [clean.locate(Span(i, i + 1)) for i in range(min(len(clean.text), 400))]
    assert all(place.start < place.end for place in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(places))
    again = govreport.clean(clean.text)
    assert again.edits == ()


def check_section(section: Section, report: Report) -> None:
    assert section.title == section.title.strip()
    assert 0 <= section.span.start <= section.heading.start <= section.heading.end <= section.span.end
    assert section.span.end <= len(report.text)
    assert section.text == section.span.of(report.text)
    at = section.heading.end
    for child in section.children:
        assert at <= child.span.start <= child.span.end <= section.span.end
        assert child.level > section.level
        assert child.role == section.role
        check_section(child, report)
        at = child.span.end


def check_spans(report: Report) -> None:
    blocks = segment(report.text)
    assert "".join(block.span.of(report.text) for block in blocks) == report.text
    for top, following in zip(report.sections, report.sections[1:]):
        assert top.span.end <= following.span.start
    for section in report.sections:
        check_section(section, report)
    for quantity in report.quantities:
        assert quantity.span.of(report.text) == quantity.text != ""
        assert isinstance(quantity.value, Decimal | Fraction)
    spans = [q.span for q in report.quantities]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    marks = [note.span for note in report.notes]
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))
    assert not {i for s in marks for i in range(s.start, s.end)} & {i for s in spans for i in range(s.start, s.end)}
    for fact in report.facts:
        assert fact.quantity in report.quantities
        assert fact.span.start <= fact.quantity.span.start < fact.quantity.span.end <= fact.span.end
    for entry in report.glossary:
        assert 0 <= entry.span.start < entry.span.end <= len(report.text)
    for diagnostic in report.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(report.text)


def check_round_trips(report: Report) -> None:
    plain = json.dumps(report.to_dict())
    assert Report.from_dict(json.loads(plain)) == report
    assert pickle.loads(pickle.dumps(report)) == report


@SEEDS
def test_seeds_keep_every_law(text: str) -> None:
    report = govreport.parse(text)
    check_edits(text)
    check_spans(report)
    check_round_trips(report)


@laws
@given(texts())
def test_clean_text_is_the_source_with_its_edits(text: str) -> None:
    """Law 2 and 4: the edits are the change, and clean text needs none."""
    check_edits(text)


@laws
@given(texts())
def test_every_text_parses_and_every_span_lies_in_it(text: str) -> None:
    """Law 1 and 3."""
    check_spans(govreport.parse(text))


@laws
@given(texts())
def test_reports_go_through_json_and_pickle(text: str) -> None:
    """Law 6."""
    check_round_trips(govreport.parse(text))


@SEEDS
def test_hashable_and_equal(text: str) -> None:
    assert hash(govreport.parse(text)) == hash(govreport.parse(text))


def test_only_a_string_parses() -> None:
    with pytest.raises(TypeError, match="a file or bytes go through load"):
        govreport.parse(b"\xe4")  # type: ignore[arg-type]
