"""Width and script; OpenCC's own converter is the oracle for Traditional text."""

from __future__ import annotations

import sys
from functools import cache
from importlib.machinery import ModuleSpec
from typing import Any

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import CleanText, _script, clean
from govreport._normalize import normalize
from govreport._script import is_traditional
from govreport._tables import rows
from strategies import fragments, seed_texts


@cache
def converter(config: str) -> Any:
    return opencc.OpenCC(config)


def norm(text: str) -> str:
    return normalize(CleanText.of(text)).text


def is_table_word(text: str) -> bool:
    return any(word in text for word, _ in rows("script"))


@settings(max_examples=100, deadline=None)
@given(st.lists(fragments(), min_size=1, max_size=4).map("，".join))
def test_traditional_text_comes_out_as_opencc_writes_it(text: str) -> None:
    traditional = converter("s2t").convert(text)
    if is_traditional(traditional) and not is_table_word(converter("t2s").convert(traditional)):
        narrow = normalize(CleanText.of(converter("t2s").convert(traditional)))
        assert norm(traditional) == narrow.text


@pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])
def test_a_seed_in_either_script_comes_out_the_same(text: str) -> None:
    simplified = norm(text)
    assert norm(converter("s2t").convert(simplified)) == simplified
    assert norm(simplified) == simplified


@pytest.mark.parametrize(
    "text",
    [
        "乾安县地区生产总值增长5%",
        "乾县、於潜镇",
        "甯静",
        "显著提高",
        "（B型）：12,345！",
        "1—2个",
        "三是~五是",
        "（一）",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert norm(text) == text


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("１９５５年收入２７，２０３，３１９，０００元，占９６．９８％", "1955年收入27,203,319,000元，占96.98%"),
        ("增长３％，１００个", "增长3%，100个"),
        ("ＧＤＰ增长５．３％", "GDP增长5.3%"),
        ("著力做大做強、顯著提高、沿著河岸", "着力做大做强、显著提高、沿着河岸"),
        ("乾隆年間發展一目瞭然", "乾隆年间发展一目了然"),
        ("增\u200b长\ufeff5%\u00ad", "增长5%"),
        ("交出一份人\n\u200b\n民满意", "交出一份人\n\u200b\n民满意"),
    ],
)
def test_written_one_way(text: str, want: str) -> None:
    assert norm(text) == want
    assert norm(want) == want


def test_another_opencc_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = ModuleSpec("opencc", None)
    spec.submodule_search_locations = ["/nowhere"]
    monkeypatch.setattr(_script, "find_spec", lambda _: spec)
    with pytest.raises(ImportError, match="pip install opencc-python-reimplemented"):
        _script._dictionary("TSCharacters")
    monkeypatch.setattr(_script, "find_spec", lambda _: None)
    with pytest.raises(ImportError, match="was not found"):
        _script._dictionary("TSCharacters")
    assert "opencc" in sys.modules


def test_points_that_end_sentences_become_stops_but_not_those_in_names() -> None:
    text = "现代农业提档增效.粮食总产28万吨，新增企业3家.全域旅游声名鹊起.接待游客8万人次."
    assert clean(text).text == text.replace(".", "。")
    names = "自治区主席 艾尔肯.吐尼亚孜\n各位代表：我们热烈欢迎.\n"
    assert clean(names).text == names


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("完成300萬元，增长5%，企业发展", "完成300万元，增长5%，企业发展"),
        ("公共衞生事業發展", "公共卫生事业发展"),
        ("推動著人們生活水平提高", "推动着人们生活水平提高"),
    ],
)
def test_single_characters_of_the_other_script(text: str, want: str) -> None:
    assert norm(text) == want


@pytest.mark.parametrize("end", ["\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_line_ends_of_other_systems_read_as_those_of_this(end: str) -> None:
    text = seed_texts()[0].replace("\r", "")
    assert clean(text.replace("\n", end)).text == clean(text).text


def test_line_ends_of_two_characters_stay() -> None:
    assert norm("各位代表：\r\n现在") == "各位代表：\r\n现在"
