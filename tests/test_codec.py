"""Reports as plain values and back; what is not one is refused with its place."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

import govreport
from govreport import Report, SchemaError

SOURCE = (
    "浔阳区政府工作报告\n——2024年1月20日在浔阳区第十一届人民代表大会第四次会议上\n区长 周荣卿\n各位代表：\n"
    "一、2023年工作情况\n（一）产业发展\n减少三分之一，实施“两重”〔1〕项目43个，增长5%—6%。\n名词解释\n1.两重：战略。\n"
)


def plain() -> dict[str, Any]:
    return json.loads(json.dumps(govreport.parse(SOURCE).to_dict()))  # type: ignore[no-any-return]


def test_round_trip() -> None:
    report = govreport.parse(SOURCE)
    again = Report.from_dict(plain())
    assert again == report
    assert again.sections[0].text == report.sections[0].text
    assert again.quantities[0].value == report.quantities[0].value


def broken(path: list[Any], value: Any) -> dict[str, Any]:
    data = copy.deepcopy(plain())
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "report: expected a dict, found list"),
        ("{}", "report: expected a dict, found str; use json.loads first"),
        ({}, "schema: expected version 1, found None"),
        (broken(["schema"], 99), "schema: expected version 1, found 99, which a newer govreport wrote"),
        (broken(["schema"], True), "schema: expected version 1, found True"),
        (broken(["clean"], None), "clean: expected a dict, found NoneType"),
        (broken(["meta", "year"], "2024"), "report.meta.year: expected int, found str"),
        (
            broken(["meta", "date"], "20 January"),
            "report.meta.date: expected a date like 2024-01-20, found '20 January'",
        ),
        (broken(["meta", "date"], "20240120"), "report.meta.date: expected a date like 2024-01-20, found '20240120'"),
        (broken(["meta", "date"], 20240120), "report.meta.date: expected a date like 2024-01-20, found 20240120"),
        (broken(["meta", "level"], "village"), "report.meta.level: expected one of national, province"),
        (broken(["sections", 0, "title"], 1), r"report.sections[0].title: expected str, found int"),
        (broken(["sections"], {}), "report.sections: expected a list, found dict"),
        (broken(["quantities", 0, "value"], 0.333), "report.quantities[0].value: expected a number as a string"),
        (broken(["quantities", 0, "value"], "1/0"), "report.quantities[0].value: expected a number as a string"),
        (broken(["quantities", 0, "value"], "NaN"), "report.quantities[0].value: expected a number as a string"),
        (broken(["quantities", 0, "value"], "1_000"), "report.quantities[0].value: expected a number as a string"),
        (
            broken(["quantities", 0, "value"], "1E+99999999999999999999"),
            "report.quantities[0].value: expected a number",
        ),
        (broken(["surplus"], 1), "report: unknown keys: surplus; the keys are clean, meta, sections"),
        (broken(["meta"], {}), "report.meta: missing keys: title, year, place"),
        (
            broken(["quantities", 0, "span"], {"start": 1, "stop": 2}),
            "report.quantities[0].span: missing keys: end; unknown keys: stop; the keys are start, end. Pass",
        ),
        (
            broken(["quantities", 0, "span"], {"start": 5, "end": 3}),
            "report.quantities[0].span: expected 0 <= start <= end, found start 5 and end 3",
        ),
        (broken(["quantities", 0, "span", "start"], -1), "report.quantities[0].span: expected 0 <= start <= end"),
    ],
)
def test_what_to_dict_did_not_make_is_refused(data: Any, message: str) -> None:
    with pytest.raises(SchemaError) as caught:
        Report.from_dict(data)
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith("Pass what Report.to_dict() returned, as it was.")
