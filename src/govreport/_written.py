"""Values to numerals that `govreport._numerals` reads back: Chinese, financial, or mixed as reports print them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from govreport._numerals import DIGITS, LONGEST_TERM, finite, shifted

if TYPE_CHECKING:
    from govreport._model import Number

Style = Literal["lower", "upper", "mixed"]

_LONGEST_TEXT = 1_000_000
"""The digits that `format_number` writes at most."""
_UPPER = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TO_CHINESE = str.maketrans("0123456789", DIGITS)


def format_number(value: Number | int, style: Style = "lower") -> str:
    """Write *value* as a numeral that `parse_number` reads back to the same value.

    ``lower`` is 四万八千九百, ``upper`` the financial 肆万捌仟玖佰, ``mixed`` what reports print: 4.89万.
    From 10**16 on, Chinese numerals are written digit by digit.

    Raises:
        TypeError: *value* is no int, Decimal or Fraction.
        ValueError: *value* is not finite, has more than a million digits or is a fraction with more than 2000 in a term, or
            there is no such *style*.

    >>> [format_number(Decimal(48900), style) for style in ("lower", "upper", "mixed")]
    ['四万八千九百', '肆万捌仟玖佰', '4.89万']

    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        msg = f"format_number() takes an int, Decimal or Fraction, not {type(value).__name__}: only they are exact"
        raise TypeError(msg)
    if style not in ("lower", "upper", "mixed"):
        msg = f"style {style!r}: expected 'lower', 'upper' or 'mixed'"
        raise ValueError(msg)
    if isinstance(value, Fraction):
        decimal = finite(value)
        if decimal is None:
            top, bottom = (Decimal(abs(value.numerator)), Decimal(value.denominator))
            if max(len(top.as_tuple().digits), len(bottom.as_tuple().digits)) > LONGEST_TERM:
                msg = f"a fraction whose terms have more than {LONGEST_TERM} digits is not written out"
                raise ValueError(msg)
            minus = "-" if style == "mixed" else "负"
            sign = minus if value < 0 else ""
            if style == "mixed":
                return f"{sign}{top}/{bottom}"
            return f"{sign}{_chinese(bottom, style)}分之{_chinese(top, style)}"
        value = decimal
    value = Decimal(value)
    if not value.is_finite():
        msg = f"{value} is not a finite number"
        raise ValueError(msg)
    digits = value.as_tuple()
    if max(len(digits.digits), abs(int(digits.exponent))) > _LONGEST_TEXT:
        msg = f"a number of more than {_LONGEST_TEXT} digits is not written out"
        raise ValueError(msg)
    size = value.copy_abs()
    negative = value < 0
    if style == "mixed":
        return ("-" if negative else "") + _mixed(size)
    return ("负" if negative else "") + _chinese(size, style)


def _chinese(value: Decimal, style: str) -> str:
    """Write a number that is not negative in Chinese numerals."""
    whole, _, rest = f"{value:f}".partition(".")
    whole, rest = whole.lstrip("0"), rest.rstrip("0")
    text = _structured(int(whole)) if 0 < len(whole) <= 16 else whole.translate(_TO_CHINESE) or "零"
    text = text.removeprefix("一") if style == "lower" and text.startswith("一十") else text
    if rest:
        text += "点" + rest.translate(_TO_CHINESE)
    return text.translate(_UPPER) if style == "upper" else text


def _structured(value: int) -> str:
    """Write 0 < *value* < 10**16 with 千 百 十 and 万 亿."""
    for power, unit in ((8, "亿"), (4, "万")):
        head, rest = divmod(value, 10**power)
        if head:
            gap = "零" if rest and rest < 10 ** (power - 1) else ""
            return _structured(head) + unit + gap + (_structured(rest) if rest else "")
    text, skipped = "", False
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            text += ("零" if skipped else "") + DIGITS[digit] + unit
        skipped = not digit and bool(text)
    return text


def _mixed(value: Decimal) -> str:
    """Write a number that is not negative as reports print it: 4.89万, 711.1亿."""
    for power, unit in ((12, "万亿"), (8, "亿"), (4, "万")):
        if value >= 10**power:
            return f"{_trimmed(shifted(value, -power))}{unit}"
    return _trimmed(value)


def _trimmed(value: Decimal) -> str:
    """Write *value* without exponent and without idle zeros."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
