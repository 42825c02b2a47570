"""Numerals, Arabic, Chinese and mixed, to exact values; `govreport._written` writes them.

Strategy: a numeral is first folded, character for character, to ASCII digits and everyday Simplified numerals, so
that positions stay what they were. Then one pass reads it from the left as a speaker would: a figure waits for its
unit, 十 百 千 add to the section, 万 亿 兆 close the section and also multiply what smaller units closed before
(一万五千亿 is 15000 times 亿, 一万亿 is 万 times 亿, 二万一千五百三十四万 is 21534 times 万). A last figure without a unit takes the place below the last
unit (两百五 is 250, 三万五 is 35000), unless 零 stands between (五亿零六). Figures without any unit are read digit
by digit (二〇二五).

All arithmetic is exact and linear in the length of the numeral: sums are made in a context that never rounds, and
an integer is never built from a long digit string. What a report cannot mean is refused rather than guessed: 二三十
(a range, which `govreport._amounts` reads), 一万二万, 三千零. Above 10**96 the units 万 亿 兆 are not piled up
further.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

import regex

from govreport._errors import ParseError, require_str
from govreport._tables import rows

if TYPE_CHECKING:
    from govreport._model import Number

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Adds and shifts without rounding, whatever context the caller has set."""
_TENS = {"十": 1, "百": 2, "千": 3, "廿": 1, "卅": 1, "卌": 1}
_SCORES = {"廿": 2, "卅": 3, "卌": 4}
_MYRIADS = {"万": 4, "亿": 8, "兆": 12}
DIGITS = "零一二三四五六七八九"
_HIGHEST = 96
"""The power of ten above which 万, 亿 and 兆 are not multiplied any further."""
LONGEST_TERM = 2000
"""The digits that a term of a fraction may have: reducing a fraction is not linear, and Python shows no integer of more than 4300 digits."""

# 1,234.5 / 1，234 / 12.5 / .5 — not 1,23 and not 12. with nothing behind the point
_ARABIC_RE = regex.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?+|\.[0-9]++")
_FIGURES_RE = regex.compile(f"[{DIGITS}]++")
_DECIMALS_RE = regex.compile(f"[{DIGITS}0-9]++")
_TO_ARABIC = str.maketrans(DIGITS, "0123456789")


def parse_number(text: str) -> Number:
    """Return the exact value of *text*, which is a number as a whole.

    A `Decimal` wherever a finite one exists, else a `Fraction`.

    Raises:
        ParseError: *text* is not a number; ``position`` is where it stopped being one.
        TypeError: *text* is not a str.

    >>> parse_number("四万八千九百")
    Decimal('48900')
    >>> parse_number("1.2万亿"), parse_number("三分之一"), parse_number("百分之三十六点九")
    (Decimal('1200000000000'), Fraction(1, 3), Decimal('0.369'))

    """
    require_str("parse_number", text)
    folded, places = _fold(text)
    try:
        return _signed(folded)
    except ParseError as error:
        raise ParseError(text, places[error.position], error.expected) from None


def exact(digits: str, shift: int = 0) -> Decimal:
    """Return the plain decimal *digits* times ten to the power *shift*, written without exponent.

    >>> exact("711.1", 8)
    Decimal('71110000000')
    """
    if not shift:
        return Decimal(digits)
    whole, _, rest = digits.partition(".")
    if len(rest) <= shift:
        return Decimal(whole + rest + "0" * (shift - len(rest)))
    return Decimal(f"{whole}{rest[:shift]}.{rest[shift:]}")


def shifted(value: Decimal, shift: int) -> Decimal:
    """Return *value* times ten to the power *shift*, exactly and without exponent."""
    return _plain(_EXACT.scaleb(value, shift)) if shift else value


def total(values: list[Decimal]) -> Decimal:
    """Return the exact sum of *values*."""
    result = values[0]
    for value in values[1:]:
        result = _EXACT.add(result, value)
    return result


def fold(text: str) -> str:
    """Fold digits, numerals and signs of *text* to one form each, character for character."""
    return text.translate(_folding())


def read_plain(text: str) -> Decimal:
    """Return the value of an unsigned numeral in folded form, no fraction; else raise `ParseError`.

    >>> read_plain("一万五千亿")
    Decimal('1500000000000')
    """
    return _Reading(text).value()


@cache
def _folding() -> dict[int, str]:
    table = {ord(char): plain for char, plain in rows("numerals")}
    table |= {0xFF10 + i: str(i) for i in range(10)}
    table |= dict(zip(map(ord, "．·，／％－−﹣＋"), "..,/%---+", strict=True))
    return table


def _fold(text: str) -> tuple[str, list[int]]:
    """Fold *text* without blanks; also tell where each character of the result stood, and where the end was."""
    folded = fold(text)
    places = [i for i, char in enumerate(folded) if not char.isspace()]
    kept = [*places, places[-1] + 1 if places else 0]
    for left, right in pairwise(places):
        if right > left + 1 and folded[left] in "0123456789" and folded[right] in "0123456789":
            raise ParseError(text, right, "no blank between two digits")
    return "".join(folded[i] for i in places), kept


def _signed(text: str) -> Number:
    sign = 1 if text[:1] and text[0] in "负-正+" else 0
    body = text[sign:]
    try:
        value = _unsigned(body)
    except ParseError as error:
        raise ParseError(text, sign + error.position, error.expected) from None
    return -value if isinstance(value, Fraction) and text[:1] in ("负", "-") else _negated(value, text[:1])


def _negated(value: Number, sign: str) -> Number:
    return value.copy_negate() if isinstance(value, Decimal) and sign in ("负", "-") and value else value


def _unsigned(text: str) -> Number:
    if text in ("半", "一半"):
        return Decimal("0.5")
    for mark in ("分之", "/"):
        if mark in text:
            return _fraction(text, mark)
    return read_plain(text)


def _fraction(text: str, mark: str) -> Number:
    """Read 三分之一, 一又二分之一 or 1/3."""
    at = text.index(mark)
    start = text.index("又") + 1 if "又" in text[:at] else 0
    whole = _term(text, 0, start - 1) if start else Decimal(0)
    first, second = _term(text, start, at), _term(text, at + len(mark), len(text))
    bottom, top = (first, second) if mark == "分之" else (second, first)
    if not bottom:
        raise ParseError(text, start if mark == "分之" else at + 1, "a denominator other than zero")
    for power in (2, 3, 4):
        if mark == "分之" and bottom == 10**power and not start:
            return shifted(top, -power)
    value = Fraction(whole) + Fraction(top) / Fraction(bottom)
    decimal = finite(value)
    return value if decimal is None else decimal


def _term(text: str, start: int, end: int) -> Decimal:
    if end - start > LONGEST_TERM:
        raise ParseError(text, start + LONGEST_TERM, "a shorter term of a fraction")
    try:
        return read_plain(text[start:end])
    except ParseError as error:
        raise ParseError(text, start + error.position, error.expected) from None


def finite(value: Fraction) -> Decimal | None:
    """Return the finite decimal that equals *value*, if there is one."""
    rest, twos, fives = value.denominator, 0, 0
    while not rest % 2:
        rest, twos = rest // 2, twos + 1
    while not rest % 5:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    power = max(twos, fives)
    return _plain(_EXACT.scaleb(Decimal(value.numerator * 10**power // value.denominator), -power))


def _plain(value: Decimal) -> Decimal:
    """Return *value* without exponent: 7.1E+3 as 7100."""
    exponent = value.as_tuple().exponent
    return _EXACT.quantize(value, Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


class _Reading:
    """One left-to-right reading of a folded numeral."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.closed: list[tuple[Decimal, int]] = []
        """What 万, 亿 and 兆 closed, each with the power of its unit, falling."""
        self.section: list[Decimal] = []
        """What 十, 百 and 千 made of the open section."""
        self.lowest: float = inf
        """The power of the last 十, 百 or 千 in the open section."""
        self.figure: Decimal | None = None
        """The figure that waits for its unit."""
        self.single = False
        """Whether that figure is one digit, which may stand for the place below the last unit."""
        self.after_zero = False
        self.broken = False
        """Whether there were decimals: then only a unit that multiplies everything may follow."""

    def value(self) -> Decimal:
        if not self.text:
            self._refuse("a digit or numeral")
        while self.at < len(self.text):
            char = self.text[self.at]
            if char in _TENS:
                self._ten(char)
            elif char in _MYRIADS:
                self._myriad(char)
            elif char == "点":
                self._point()
            else:
                self._figure()
        return self._end()

    def _refuse(self, expected: str, at: int | None = None) -> None:
        raise ParseError(self.text, self.at if at is None else at, expected)

    def _figure(self) -> None:
        if self.figure is not None or self.broken:
            self._refuse("a unit such as 十, 百, 千, 万 or 亿, or the end")
        arabic = _ARABIC_RE.match(self.text, self.at)
        if arabic:
            digits = arabic[0].replace(",", "")
            self.broken = "." in digits
            self.single = len(digits) == 1 and bool(self.closed or self.section)
            self.figure = Decimal(digits)
            self.at = arabic.end()
            return
        figures = _FIGURES_RE.match(self.text, self.at)
        if not figures:
            self._refuse("a digit or numeral")
            return
        digits = figures[0]
        if self.closed or self.section:
            plain = digits.lstrip("零")
            self.after_zero = len(plain) < len(digits)
            if len(plain) > 1:
                self._refuse("a unit such as 十, 百, 千, 万 or 亿", figures.end() - len(plain) + 1)
            digits = plain
        if digits:
            self.figure = Decimal(digits.translate(_TO_ARABIC))
            self.single = len(digits) == 1
        self.at = figures.end()

    def _point(self) -> None:
        decimals = _DECIMALS_RE.match(self.text, self.at + 1)
        if self.broken or not decimals:
            self._refuse("decimals after 点" if not self.broken else "no second decimal point", self.at + 1)
            return
        fraction = Decimal("0." + decimals[0].translate(_TO_ARABIC))
        self.figure = fraction if self.figure is None else _EXACT.add(self.figure, fraction)
        self.single = False
        self.broken = True
        self.at = decimals.end()

    def _ten(self, char: str) -> None:
        power, figure = _TENS[char], self.figure
        if self.broken and (figure is None or self.closed):
            self._refuse("万, 亿 or the end")
        if char in _SCORES:
            if figure is not None:
                self._refuse("a unit")
            figure = Decimal(_SCORES[char])
        elif figure is None:
            if power > 1 and (self.closed or self.section) and not self.after_zero:
                self._refuse("a digit before the unit")
            figure = Decimal(1)
        elif len(_last_figures(self.text, self.at)) > 1 or not figure:
            self._refuse("one digit before the unit", self.at - 1)
        elif self.section and (self.broken or not self.single):
            self._refuse("one digit before the unit")
        if power >= self.lowest:
            self._refuse("a smaller unit than the last")
        self.section.append(_EXACT.scaleb(figure, power))
        self.lowest, self.figure, self.after_zero = power, None, False
        self.at += 1

    def _myriad(self, char: str) -> None:
        power = _MYRIADS[char]
        own = self.section + self._waiting()
        smaller: list[Decimal] = []
        highest = 0
        all_of_it = not own or total(own) >= 10  # 万万, 二万一千五百三十四万, not 一万二万
        while self.closed and (self.closed[-1][1] < power or (all_of_it and self.closed[-1][1] == power)):
            value, highest_here = self.closed.pop()
            highest = max(highest, highest_here)
            smaller.append(value)
            if highest_here == power:
                break
        if not own and not smaller:
            if self.closed or self.after_zero or self.at:
                self._refuse("a digit before the unit")
            own, self.broken = [Decimal(1)], True
        reach = power if own and highest < power else power + highest
        if self.closed and self.closed[-1][1] <= reach:
            self._refuse("a smaller unit than the last")
        if reach > _HIGHEST:
            self._refuse(f"a number below 10**{_HIGHEST}")
        amount = total(smaller + own)
        if not amount:
            self._refuse("a digit other than zero before the unit")
        self.closed.append((_EXACT.scaleb(amount, power), reach))
        self.section, self.lowest, self.figure = [], inf, None
        self.after_zero = False
        self.at += 1

    def _waiting(self) -> list[Decimal]:
        """Return the figure that waits, which must fit below the last unit of its section."""
        if self.figure is None:
            return []
        if self.section and (self.lowest < inf and self.figure >= Decimal(10) ** int(self.lowest)):
            self._refuse("a smaller figure after the last unit")
        if self.single and self.section and self.lowest > 1 and not self.after_zero and self.at < len(self.text):
            self._refuse("a unit such as 十 or 百", self.at)
        return [self.figure]

    def _end(self) -> Decimal:
        last = self.text[-1]
        if last == "零" and not self.broken and (self.closed or self.section):
            self._refuse("a digit after 零", len(self.text))
        figure = self._waiting()
        power = self.lowest if self.section else self.closed[-1][1] if self.closed else 0
        if figure and self.single and not self.after_zero and power > 1:
            figure = [_EXACT.scaleb(figure[0], int(power) - 1)]
        if figure and not self.section and self.closed and figure[0] >= _EXACT.scaleb(Decimal(1), int(power)):
            self._refuse("a smaller figure after the last unit")
        return _plain(total([value for value, _ in self.closed] + self.section + figure))


def _last_figures(text: str, end: int) -> str:
    """Return the Chinese digits that end before *end*, leading zeros left out, two at most."""
    start = max(0, end - 2)
    tail = text[start:end]
    if any(char not in DIGITS for char in tail):
        tail = tail[-1:] if tail[-1:] in DIGITS else ""
    return tail.lstrip("零") if len(tail) == 2 and tail[0] == "零" else tail
