"""Numerals: ``8.5``, ``1,200``, ``一百二十``, ``三分之二``, masked ones such as ``XX``; always exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

ONE = Decimal(1)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2} | {str(n): n for n in range(10)}
#: One sign for two: 廿一 is 二十一.
_TENS = {"廿": "二十", "卅": "三十"}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

# Every repetition is bounded, so that a scan stays linear on any input.
ARABIC = r"\d{1,3}(?:,\d{3}){1,5}(?![\d,])(?:\.\d{1,12})?|\d{1,18}(?:\.\d{1,12})?(?!\d)"
_SIMPLE = r"[零〇一二两三四五六七八九十百千]{1,12}"
# 一百四十五亿七千七百 of 一百四十五亿七千七百万元: 亿 and 万 belong to the number where more of it follows.
CHINESE = rf"(?:{_SIMPLE}亿(?={_SIMPLE}))?(?:{_SIMPLE}万(?={_SIMPLE}))?{_SIMPLE}(?:点[零〇一二三四五六七八九]{{1,12}})?"
# What a numeral in words counts, right after it: 三座, 五千多人.
_COUNTING = "(?:[多余]?[万亿个家户件项条座所处栋口宗台套辆张片支人名位亩公平吨米场次成倍元])"
# 第二十四条, 数十个: no numeral starts inside another one.
_WHOLE = "(?<![零〇一二两三四五六七八九十百千第数])"
MASKED = r"[XxＸ×□]{1,4}|\*{2,4}"

# A numeral that a quantity can start with. What stands right before rules out names and parts of words:
# 第3届, PM2.5, G207, 2×66, 1+3+X, 每千人, 几百亿; what follows keeps 一 and 三 of running prose (一批, 再三) out.
NUMERAL = re.compile(
    rf"(?<![0-9A-Za-z.第每几×+_])(?<![0-9]，)(?:(?:百分之)?(?P<arabic>{ARABIC})"
    rf"|百分之(?P<percent>{CHINESE})"
    rf"|(?P<part>[一二两三四五六七八九十])分之(?P<of>[一二两三四五六七八九十])"
    r"|(?<=[减少缩短低降])(?P<half>一半)"
    rf"|(?P<chinese>{_WHOLE}{CHINESE})(?={_COUNTING}|(?:至|到|-|—|~|～){_SIMPLE}{_COUNTING})"
    rf"|(?P<masked>{MASKED})(?=[多余]?[万亿千]{{0,2}}[个家户项座条所处%％元亩吨公平])"
    r"|(?P<hidden>某)(?=[万亿%％])"
    r"|(?<=[过超达破到上])(?P<one>(?=[万亿](?:美?元|[人吨亩户斤件头家]))))"
)

# Where a numeral can start: the quick look before NUMERAL is tried, which passes over 一批, 第三 and 十分.
STARTS = "0-9一二两三四五六七八九十百千零〇万亿X×□*某"
START = re.compile(
    rf"[{STARTS}](?<![0-9A-Za-z.第每几×+_].)"
    rf"(?:(?<=[0-9X×□*])|(?<=[过超达破到上][万亿])|(?<=某)(?=[万亿%％])|(?<=[减少缩短低降]一)(?=半)"
    rf"|(?=[零〇一二两三四五六七八九十百千万亿点]{{0,24}}(?:分之|{_COUNTING}|(?:至|到|-|—|~|～)[一二两三四五六七八九十百千]{{1,12}}{_COUNTING})))"
)
# 过亿美元: the multiplier alone counts as one of them, and the match is empty.
# The second half of a range: 3-5个, 4.5%—5%, 6%至7%.
RANGE_TAIL = re.compile(rf"(?:-|——?|–|~|～|至|到)(?:(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE}))")


def decimal(text: str) -> Decimal:
    """The exact value of an Arabic numeral, thousands separators allowed."""
    return Decimal(text.replace(",", ""))


def chinese_decimal(text: str) -> Decimal:
    """The exact value of a Chinese numeral: ``一百二十`` → 120, ``二〇二五`` → 2025, ``五十五点六`` → 55.6."""
    whole, _, fraction = text.partition("点")
    value = Decimal(_chinese_integer(whole))
    if fraction:
        digits = "".join(str(_DIGITS[c]) for c in fraction)
        value += Decimal(int(digits)).scaleb(-len(digits))
    return value


def _chinese_integer(text: str) -> int:
    for sign, tens in _TENS.items():
        if sign in text:
            text = text.replace(sign, tens)
    if len(text) > 1 and not any(c in _POWERS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, group, digit = 0, 0, 0
    for character in text:
        power = _POWERS.get(character)
        if power is None:
            digit = _DIGITS[character]
        elif power >= 10_000:
            below, group, digit = group + digit, 0, 0
            total = (total + below) * power if total < power else total + below * power
        else:
            group, digit = group + (digit or 1) * power, 0
    return total + group + digit


def ordinal(text: str) -> int | None:
    """The value of an ordinal in figures of either kind and any width: ``十二`` → 12, ``廿一`` → 21, ``０２`` → 2."""
    if text.isdecimal():
        return int(text)
    if not all(c in _DIGITS or c in _POWERS or c in _TENS for c in text):
        return None
    return _chinese_integer(text)


# 两三家, 十二三个, 三四百人: two digits in a row are the ends of a range.
_SPREAD = re.compile("(十?)([一二两三四五六七八])([二三四五六七八九])([十百千万]?)")


def spread(numeral: str) -> tuple[Decimal, Decimal] | None:
    """The range that a numeral such as 两三 or 三四百 spans; ``None`` when it is one number."""
    match = _SPREAD.fullmatch(numeral)
    if match is None or _DIGITS[match[3]] != _DIGITS[match[2]] + 1:
        return None
    ten, low, high, power = match.groups()
    return chinese_decimal(ten + low + power), chinese_decimal(ten + high + power)


def value_of(match: re.Match[str]) -> Decimal | None:
    """The value of a match of :data:`NUMERAL`; ``None`` when the number is masked. Fractions are given in per cent."""
    form = match.lastgroup
    if form == "arabic":
        return decimal(match[form])
    if form == "chinese" or form == "percent":
        return chinese_decimal(match[form])
    if form == "half":
        return Decimal(50)
    if form == "one":
        return ONE
    if form == "of":
        share = Decimal(_chinese_integer(match["of"]) * 100) / Decimal(_chinese_integer(match["part"]))
        return share.quantize(Decimal("0.01")).normalize()
    return None


def plain(value: Decimal | None) -> int | float | None:
    """The number for JSON: an integer where the value is whole."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def decimal_string(value: Decimal | None) -> str | None:
    """The value as plain decimal digits, without an exponent and without trailing zeros."""
    if value is None:
        return None
    if value == (whole := int(value)):
        return str(whole)
    text = f"{value:f}"
    return text.rstrip("0")
