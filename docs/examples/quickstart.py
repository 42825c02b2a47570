"""Print what govreport reads from one report: who, the outline, the tasks of the plan, three terms, what was odd.

Run it on a seed: .venv/bin/python docs/examples/quickstart.py seeds/gaoping-2025.txt
"""

from __future__ import annotations

import sys
from itertools import islice

import govreport


def rule(title: str) -> None:
    print(f"\n── {title} " + "─" * (72 - len(title)))


def tree(sections: tuple[govreport.Section, ...], indent: str = "") -> None:
    for section in sections:
        last = section is sections[-1]
        print(f"{indent}{'└' if last else '├'}─ {section.marker or ''}{section.title}  [{section.role}]")
        tree(section.children, indent + ("   " if last else "│  "))


def main(path: str) -> None:
    report = govreport.load(path)
    meta = report.meta

    rule("Who, where, when")
    print(f"{meta.title}\n{meta.place} ({meta.level}), delivered in {meta.year}, on {meta.date}")
    print(
        f"congress {meta.term or '?'}, meeting {meta.meeting or '?'}; {meta.office or 'speaker'} {meta.speaker or 'not named'}"
    )

    rule("Outline")
    tree(report.sections)

    rule("Tasks of the plan")
    for task in report.tasks:
        if task.role in ("plan", "government"):
            print(f"{task.number:>3}. {task.title}  ({len(task.steps)} steps)")

    rule(f"Glossary: 3 of {len(report.glossary)} terms")
    for entry in islice((entry for entry in report.glossary if entry.mentions), 3):
        print(f"{entry.term}: {entry.definition[:60]}")
        for span in entry.mentions[:2]:
            around = report.text[max(0, span.start - 12) : span.end + 12].replace("\n", " ")
            place = report.locate(span)
            print(f"    …{around}…  (source {place.start}–{place.end})")

    rule(f"Figures: {len(report.quantities)}, facts: {len(report.facts)}")
    for fact in report.facts[:8]:
        sign = fact.bound or ""
        print(f"{fact.year} {fact.status:6} {fact.measure:6} {fact.indicator} {sign}{fact.value} {fact.unit}")

    rule(f"Diagnostics: {len(report.diagnostics)}")
    for diagnostic in report.diagnostics[:8]:
        print(f"{diagnostic.code}: {diagnostic.message}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "seeds/gaoping-2025.txt")
