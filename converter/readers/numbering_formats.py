"""The ways in which word processors write the number of a list paragraph: ``3`` as 三, ㈢, ③, 叁, iii or C.

The names are those of Office Open XML (ECMA-376 part 1, 17.18.59 ST_NumberFormat); binary Word files have a code each.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FINANCIAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_FINANCIAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: Above this a number is written in plain digits: no list of a report is as long, and a bomb must not grow.
_MOST = 9_999


def formatted(name: str | None, number: int) -> str:
    """``number`` in the format called ``name``; plain digits where the format is not known or has no such number.

    ``formatted("chineseCounting", 12)`` is ``十二``, ``formatted("decimalEnclosedCircle", 3)`` ``③``.
    """
    write = _FORMATS.get(name or "")
    return (write(number) if write and 0 <= number <= _MOST else None) or str(number)


def _counted(number: int, digits: str, zero: str, powers: str) -> str:
    """12 as 十二, 105 as 一百零五, 2010 as 二千零一十."""
    written = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            written += digits[digit] + powers[power]
        elif written and number % 10**power and not written.endswith(zero):
            written += zero
    return written


def _chinese(number: int) -> str:
    written = _counted(number, _DIGITS, "零", " 十百千").replace(" ", "")
    return written[1:] if 10 <= number < 20 else written


def _chinese_below_hundred(number: int) -> str:
    """一 … 九十九, then digit by digit: 一〇〇."""
    return _chinese(number) if number < 100 else _digit_by_digit(number)


def _financial(digits: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return _counted(number, digits, "零", " 拾佰仟").replace(" ", "")

    return write


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str | None:
    """A … Z, AA, BB …: Word repeats the letter."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1) if times < 30 else None


def _row_of(signs: str) -> Callable[[int], str | None]:
    """One sign for each number, as far as there are signs."""

    def write(number: int) -> str | None:
        return signs[number - 1] if 0 < number <= len(signs) else None

    return write


def _cycle(number: int) -> str:
    """甲子, 乙丑 …: the sixty pairs of stems and branches."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _signs(first: str, count: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(count))


_CIRCLED = _signs("①", 20) + _signs("㉑", 15) + _signs("㊱", 15)

_FORMATS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: (_letters(number) or "").lower() or None,
    "chineseCounting": _chinese_below_hundred,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese_below_hundred,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "koreanCounting": _chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _financial(_FINANCIAL_DIGITS),
    "ideographLegalTraditional": _financial(_FINANCIAL_DIGITS_TRADITIONAL),
    "ideographTraditional": _row_of(_STEMS),
    "ideographZodiac": _row_of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "decimalEnclosedCircle": _row_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _row_of(_CIRCLED),
    "decimalEnclosedParen": _row_of(_signs("⑴", 20)),
    "decimalEnclosedFullstop": _row_of(_signs("⒈", 20)),
    "ideographEnclosedCircle": _row_of(_signs("㊀", 10)),
}
