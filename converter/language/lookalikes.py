"""Characters that stand for others: radicals and compatibility forms of a PDF's text layer, small and wide forms,
traditional characters.

Rules read a text through :func:`folded`, one character for one, so that every offset stays what it was; what is
published is the text as written. Layout hands folded blocks on; who reads published paragraphs (meta, targets) folds
them first, and cuts what it publishes out of the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

_LEXICON = Path(__file__).with_name("lexicons") / "traditional.tsv"

#: Radicals that Unicode does not declare to be the same as a character, and look like it: 人⺠政府, 县⻓.
RADICALS = dict(
    zip(
        "⺁⺋⺎⺒⺓⺜⺝⺠⺢⺥⺧⺨⺫⺮⺰⺱⺶⺷⺸⺹⺼⺽⻁⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂巳尢巳幺日月民水爪牛犬目竹纟网羊羊羊老月臼虎西西见角角讠贝足车辶阝钅长长长门阝雨青韦页风飞食食食饣马骨鬼鱼鸟卤麦黄齐齐齿齿龙龙龟龟",
        strict=True,
    )
)
#: Marks in a form that Chinese rules do not name, and the form they do: 1﹒ 李明‧买买提 ﹐.
_MARKS = dict(
    zip(
        "‐‑‒−‧∙⋅・･﹒﹐﹑﹔﹕﹖﹗﹙﹚︐︑︒︓︔︕︖︰︱︵︶⸺｡､｢｣〝〞〟∼",
        "----·····．，、；：？！（），、。：；！？：—（）—。、「」“””～",
        strict=True,
    )
)
#: Blocks whose characters stand for others: radicals, compatibility ideographs.
_FORMS = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1d"
#: Vertical and small forms, and wide figures and letters, which are no slip: ６％, ＧＤＰ.
_WIDE = "\ufe10-\ufe19\ufe30-\ufe6b＆＋０-９Ａ-Ｚａ-ｚ"
#: The ring for nought among Chinese figures: 二○二六年.
_NOUGHT = re.compile("(?<=[一二三四五六七八九])○{1,3}|○(?=[一二三四五六七八九])")


@cache
def _traditional() -> dict[str, str]:
    rows = _LEXICON.read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if not row.startswith("#"))
    return {a: b for left, right in pairs for a, b in zip(left, right, strict=True)}


@cache
def _standing_for_others() -> re.Pattern[str]:
    return re.compile(f"[{_FORMS}{_WIDE}{re.escape(''.join(_MARKS))}{''.join(_traditional())}]")


_FORM = re.compile(f"[{_FORMS}]+")


@cache
def _read_as(character: str) -> str:
    """What ``character`` is read as; itself where no single character is meant."""
    for table in (_MARKS, RADICALS, _traditional()):
        if character in table:
            return table[character]
    plain = unicodedata.normalize("NFKC", character)
    return _traditional().get(plain, plain) if len(plain) == 1 else character


def folded(text: str) -> str:
    """``text`` with every character that stands for another read as that one; as long as ``text``, offset for offset.

    A text without such characters comes back as it is, the same object.
    """
    if _standing_for_others().search(text) is not None:
        text = text.translate({ord(one): _read_as(one) for one in set(_standing_for_others().findall(text))})
    return _NOUGHT.sub(lambda noughts: "〇" * len(noughts[0]), text) if "○" in text else text


def as_seen(text: str) -> str:
    """``text`` as a reader sees it: radicals and compatibility forms as the characters that look the same."""
    return _FORM.sub(lambda forms: "".join(map(_read_as, forms[0])), text)


def lookalikes(text: str) -> list[tuple[int, int]]:
    """Where radicals and compatibility forms stand in ``text`` for the characters that they look like."""
    return [match.span() for match in _FORM.finditer(text)]
