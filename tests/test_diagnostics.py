"""What a reader must know, each said once."""

from __future__ import annotations

import pytest

import govreport
from strategies import SEEDS

FRONT = "政府工作报告\n各位代表：\n"


def found(text: str) -> list[tuple[str, str]]:
    report = govreport.parse(text)
    return [(d.code, d.span.of(report.text)) for d in report.diagnostics if d.code != "missing-part"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("一、2023年工作回顾\n推动经济好转,为全面", [("truncated", "推动经济好转,为全面"[-12:])]),
        ("一、2023年工作回顾\n推动经济好转。", []),
        ("一、2023年工作回顾\n稳增长。\n三、2024年工作安排\n促改革。", [("numbering-gap", "三、2024年工作安排")]),
        ("一、2023年工作回顾\n稳增长。\n一、2024年工作安排\n促改革。", [("numbering-repeat", "一、2024年工作安排")]),
        ("（一）稳增长\n完成。\n1.抓项目\n开工。\n（二）促改革\n完成。\n2.抓营商\n推进。\n3.抓开放\n推进。", []),
        ("（一）稳增长\n完成。\n（四）促改革\n完成。", [("numbering-gap", "（四）促改革")]),
        (
            "（一）稳增长\n完成。\n二)促改革\n完成。",
            [("lost-bracket", "二)促改革")],
        ),
        ("让我们团结奋斗！\n来源：市政府办\n责任编辑：张三\n", [("boilerplate", "来源：市政府办\n责任编辑：张三")]),
    ],
)
def test_one_diagnostic_each(text: str, want: list[tuple[str, str]]) -> None:
    assert found(FRONT + text) == want


def test_numbering_starts_anew_under_each_item() -> None:
    text = "一、安排\n（一）稳增长\n一是扩投资。做好。\n二是促消费。做好。\n（二）促改革\n一是减税。做好。\n二是降费。做好。\n"
    assert found(FRONT + text) == []


def test_parts_that_are_missing_are_named() -> None:
    report = govreport.parse(FRONT + "一、2023年工作回顾\n完成。")
    (missing,) = [d for d in report.diagnostics if d.code == "missing-part"]
    assert missing.message.startswith("no part sets out the work to do")


def test_nothing_to_read() -> None:
    assert [d.code for d in govreport.parse("").diagnostics] == ["empty"]
    assert [d.code for d in govreport.parse(" \n\n").diagnostics] in (["empty"], [])


@pytest.mark.parametrize(
    ("seed", "codes"),
    [
        ("fuzhou-2024", {"boilerplate", "lost-bracket"}),
        ("gaoping-2025", {"boilerplate", "injected-text"}),
        ("jinxian-2023", {"boilerplate", "glued-note", "masked-name", "missing-glossary", "truncated"}),
        ("linchuan-2025", {"byte-shift", "missing-glossary", "missing-part"}),
        ("xunyang-2024", {"byte-shift"}),
    ],
)
def test_seeds_say_what_is_odd(seed: str, codes: set[str]) -> None:
    report = govreport.load(SEEDS / f"{seed}.txt")
    assert codes <= {d.code for d in report.diagnostics}
    assert len(report.diagnostics) == len(set(report.diagnostics))
    assert list(report.diagnostics) == sorted(report.diagnostics, key=lambda d: (d.span.start, d.span.end, d.code))
