"""Ranks: 全省前十, 进入全国百强, 稳居全市第一, “…”前50名 (CONVENTIONS §3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.language.numerals import chinese_decimal, decimal
from converter.model import Comparator, Span
from converter.patterns import late

# 冲刺全省前十, 稳居全市第一: what leads to a rank.
_INTO = "进入|跻身|挤进|冲进|冲刺|冲击|挺进|迈进|迈入|步入|进位|晋位|(?<!力)争进|闯进|重返|跨入"
_AT = "稳居|位居|位列|居于|保持|排名|名列"
# 第一 must close its phrase: 第一梯队, 第一个, 第一批 are names.
_RANK = re.compile(
    rf"(?:全[国省市区县州盟]|同类[^，。；]{{0,6}}|(?:{_INTO}|{_AT})(?:[^，。；、]{{0,14}})?)(?:综合)?(?:排名|排位|位次|位列|位居|稳居|进入)?(?:的)?"
    rf"(?:前(?P<first>[一二两三四五六七八九十百]{{1,5}}+|\d{{1,3}}+)(?:名|位|强)?|第(?P<top>一)(?!、第?二)|(?P<head>首位|榜首)|(?P<best>[二三五]十|(?<![二三四五六七八九])[十百])强)"
    # 百强县 and 十强企业 are names of classes.
    r"(?![梯方个批次季产书时线届轮期条责资要动县市区阵区年位家生曲大企名镇乡村园品榜])"
)
_VERB = late(rf"(?:力争|确保|争取|努力)?(?:{_INTO}|{_AT}|保持在?|瞄准|达到|前移)+(?:到)?$")
# 推动强县跻身全国百强 only supports somebody, in 2家企业进入全国百强 the enterprises are counted.
_SUPPORTED = late(r"推动|支持|鼓励|引导|助力|助推|[0-9]")
_REACH = 40
HINTS = r"第一|十强|百强|前[一二三四五六七八九十百\d]|首位|榜首"
_HINT = re.compile(HINTS)


@dataclass(slots=True)
class Rank:
    """A rank at ``span``, with the stretch before it that can name what is ranked."""

    span: Span
    subject: Span
    comparator: Comparator
    value: Decimal


def find_ranks(text: str, start: int, end: int) -> Iterator[Rank]:
    """The ranks in the clause ``text[start:end]``, in order."""
    if _HINT.search(text, start, end) is None:
        return
    floor = start
    for match in _RANK.finditer(text, start, end):
        subject_end = match.start()
        if verb := _VERB.search(text, max(floor, subject_end - 10), subject_end):
            subject_end = verb.start()
        if match["best"] and _SUPPORTED.search(text, max(floor, subject_end - _REACH), subject_end):
            continue
        if number := match["first"] or match["best"]:
            value = decimal(number) if number.isdigit() else chinese_decimal(number)
            if value < 1:
                continue  # 前0名: nobody stands there
            yield Rank(match.span(), (floor, subject_end), "<=", value)
        else:
            yield Rank(match.span(), (floor, subject_end), "=", Decimal(1))
        floor = match.end()
