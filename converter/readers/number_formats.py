"""How word processors write the number of a list: one row a format, named as ECMA-376 names them (17.18.59).

Where a format has no more signs, the number is written in Arabic figures, as Word does.
"""

from __future__ import annotations

from collections.abc import Callable

_CHINESE = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟", "萬")
_UNITS = ("", "十", "百", "千", "万")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Numbers in units of ten thousand stop here; no list is that long.
_MOST = 99_999
_MOST_ROMAN = 3_999
#: Letters begin anew, doubled: y, z, aa, bb. Word writes no more than thirty of one.
_MOST_LETTERS = 26 * 30


def counted(number: int, digits: str = _CHINESE, units: tuple[str, ...] = _UNITS, zero: str = "零") -> str:
    """``number`` counted out: 十二, 二十, 一百零五, 一千二百."""
    if not 0 < number <= _MOST:
        return digits[0] if number == 0 else str(number)
    text = ""
    figures = str(number)
    pending = False
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure == "0":
            pending = bool(text)
            continue
        text += (zero if pending else "") + digits[int(figure)] + units[place]
        pending = False
    return text[1:] if text.startswith(digits[1] + units[1]) and units is _UNITS else text


def positional(number: int, digits: str = _CHINESE) -> str:
    """``number`` figure by figure: 一〇, 一二, 二〇."""
    return "".join(digits[int(figure)] for figure in str(number)) if number >= 0 else str(number)


def _chinese_counting(number: int) -> str:
    """一 … 十 … 九十九, then 一〇〇, figure by figure."""
    return counted(number) if number < 100 else positional(number)


def _legal(number: int) -> str:
    return counted(number, _LEGAL, _LEGAL_UNITS)


def _legal_traditional(number: int) -> str:
    return counted(number, _LEGAL_TRADITIONAL, _LEGAL_UNITS)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letters(number: int) -> str:
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _signs(first: int, count: int) -> Callable[[int], str]:
    """A run of ``count`` signs from the code point ``first`` on: ① … ⑳."""
    return lambda number: chr(first + number - 1) if 0 < number <= count else str(number)


def _listed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _sexagenary(number: int) -> str:
    """甲子, 乙丑 … 癸亥."""
    if not 0 < number <= 60:
        return str(number)
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _full_width(number: int) -> str:
    return "".join(chr(ord(figure) - 0x30 + 0xFF10) for figure in str(number)) if number >= 0 else str(number)


def _circled(number: int) -> str:
    """① … ⑳, ㉑ … ㉟, ㊱ … ㊿."""
    for first, base, count in ((0x2460, 0, 20), (0x3251, 20, 15), (0x32B1, 35, 15)):
        if base < number <= base + count:
            return chr(first + number - base - 1)
    return str(number)


#: The formats by name, each with what it writes for 1, 2, 10 and 11.
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,  # 1, 2, 10, 11
    "decimalZero": lambda number: f"{number:02d}",  # 01, 02, 10, 11
    "decimalFullWidth": _full_width,  # １, ２, １０, １１
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,  # ①, ②, ⑩, ⑪
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _signs(0x2488, 20),  # ⒈, ⒉, ⒑, ⒒
    "decimalEnclosedParen": _signs(0x2474, 20),  # ⑴, ⑵, ⑽, ⑾
    "numberInDash": lambda number: f"- {number} -",  # - 1 -
    "chineseCounting": _chinese_counting,  # 一, 二, 十, 十一
    "chineseCountingThousand": counted,  # 一, 二, 十, 十一; 一百零一
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": counted,
    "taiwaneseDigital": positional,
    "japaneseCounting": lambda number: counted(number, zero=""),  # 一, 二, 十, 十一; 一百一
    "japaneseDigitalTenThousand": positional,  # 一, 二, 一〇, 一一
    "ideographDigital": positional,
    "koreanDigital2": positional,
    "chineseLegalSimplified": _legal,  # 壹, 贰, 壹拾, 壹拾壹
    "ideographLegalTraditional": _legal_traditional,  # 壹, 貳, 壹拾, 壹拾壹
    "ideographTraditional": _listed(_STEMS),  # 甲, 乙, 癸, 11
    "ideographZodiac": _listed(_BRANCHES),  # 子, 丑, 酉, 戌
    "ideographZodiacTraditional": _sexagenary,  # 甲子, 乙丑
    "ideographEnclosedCircle": _signs(0x3220, 10),  # ㈠, ㈡, ㈩, 11
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "none": lambda number: "",
}


def written(number: int, number_format: str) -> str:
    """``number`` in the format of that name; in Arabic figures where the name is not known."""
    return FORMATS.get(number_format, str)(number)
