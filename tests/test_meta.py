"""Front matter, read from a table of real fronts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import govreport
from govreport._meta import level_of

CASES = json.loads((Path(__file__).parent / "data" / "meta.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_front_matter(case: dict[str, Any]) -> None:
    meta = attrs.asdict(govreport.parse(case["text"]).meta)
    meta["date"] = meta["date"] and meta["date"].isoformat()
    assert meta == case["expect"]


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("上海市浦东新区", "county"),
        ("吉林市", "prefecture"),
        ("景德镇市", "prefecture"),
        ("乐平市", "county"),
        ("峨眉山市", "county"),
        ("乐山市峨眉山市", "county"),
        ("安阳市滑县", "county"),
        ("阿拉善盟", "prefecture"),
        ("新疆维吾尔自治区", "province"),
        ("香港特别行政区", "province"),
        ("三江侗族自治县", "county"),
        ("虎门镇", "township"),
    ],
)
def test_level_of_a_place(place: str, level: str) -> None:
    assert level_of(place) == level
