"""The table of places: complete, and exact for a sample."""

from __future__ import annotations

from collections import Counter

import pytest

from govreport._tables import rows

PLACES = {name: (level, province, short, former) for name, level, province, short, former in rows("places")}

PREFECTURES = {
    "河北省": 11,
    "山西省": 11,
    "内蒙古自治区": 12,
    "辽宁省": 14,
    "吉林省": 9,
    "黑龙江省": 13,
    "江苏省": 13,
    "浙江省": 11,
    "安徽省": 16,
    "福建省": 9,
    "江西省": 11,
    "山东省": 16,
    "河南省": 17,
    "湖北省": 13,
    "湖南省": 14,
    "广东省": 21,
    "广西壮族自治区": 14,
    "海南省": 4,
    "四川省": 21,
    "贵州省": 9,
    "云南省": 16,
    "西藏自治区": 7,
    "陕西省": 10,
    "甘肃省": 14,
    "青海省": 8,
    "宁夏回族自治区": 5,
    "新疆维吾尔自治区": 14,
}


def today(level: str) -> list[str]:
    return [name for name, (rank, _, _, former) in PLACES.items() if rank == level and not former]


def test_names_are_unique() -> None:
    assert len(PLACES) == len(rows("places"))


def test_provinces_come_first_and_are_all_there() -> None:
    provinces = today("province")
    assert list(PLACES)[:34] == provinces
    assert provinces[0] == "北京市"
    kinds = Counter(
        next(kind for kind in ("特别行政区", "自治区", "省", "市") if name.endswith(kind)) for name in provinces
    )
    assert kinds == {"省": 23, "自治区": 5, "市": 4, "特别行政区": 2}
    assert all(PLACES[name][1] == "" for name in provinces)


def test_prefectures_are_all_there() -> None:
    assert Counter(PLACES[name][1] for name in today("prefecture")) == PREFECTURES
    kinds = Counter(
        next(kind for kind in ("自治州", "地区", "盟", "市") if name.endswith(kind)) for name in today("prefecture")
    )
    assert kinds == {"市": 293, "自治州": 30, "地区": 7, "盟": 3}


def test_former_units_belong_to_a_province() -> None:
    former = [(level, province) for level, province, _, gone in PLACES.values() if gone]
    assert former
    assert {level for level, _ in former} == {"prefecture"}
    assert {province for _, province in former} <= set(PREFECTURES)


@pytest.mark.parametrize(
    ("name", "province", "short"),
    [
        ("抚州市", "江西省", "抚州"),
        ("九江市", "江西省", "九江"),
        ("南充市", "四川省", "南充"),
        ("吉林市", "吉林省", "吉林"),
        ("亳州市", "安徽省", "亳州"),
        ("三沙市", "海南省", "三沙"),
        ("那曲市", "西藏自治区", "那曲"),
        ("阿里地区", "西藏自治区", "阿里"),
        ("锡林郭勒盟", "内蒙古自治区", "锡林郭勒盟"),
        ("延边朝鲜族自治州", "吉林省", "延边州"),
        ("黔西南布依族苗族自治州", "贵州省", "黔西南州"),
        ("海西蒙古族藏族自治州", "青海省", "海西州"),
        ("克孜勒苏柯尔克孜自治州", "新疆维吾尔自治区", "克孜勒苏州"),
    ],
)
def test_a_sample(name: str, province: str, short: str) -> None:
    assert PLACES[name] == ("prefecture", province, short, "")


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("襄樊市", "湖北省"),
        ("思茅市", "云南省"),
        ("抚州地区", "江西省"),
        ("伊克昭盟", "内蒙古自治区"),
        ("惠阳地区", "广东省"),
        ("鄂西土家族苗族自治州", "湖北省"),
    ],
)
def test_a_sample_of_former_units(name: str, province: str) -> None:
    level, belongs, _, former = PLACES[name]
    assert (level, belongs, former) == ("prefecture", province, "former")


@pytest.mark.parametrize(
    "name", ["瑞昌市", "济源市", "仙桃市", "石河子市", "巢湖市", "峨眉山市", "义乌市", "浦东新区", "重庆市渝中区"]
)
def test_county_level_units_are_not_listed(name: str) -> None:
    assert name not in PLACES
