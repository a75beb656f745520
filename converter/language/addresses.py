"""Words of address: how a speaker greets and turns to the audience, and how a paper names whom it is sent to."""

from __future__ import annotations

#: What a paragraph begins with that turns to the audience: `各位代表，三大突破是…`, `同志们！…`.
TURNS = ("各位", "同志们", "朋友们", "乡亲们", "代表们", "委员们", "女士们", "先生们")

_WHOM = (
    "(?:代表|委员|同志|同事|主任|领导|来宾|嘉宾|朋友|专家|学者|院士|企业家"
    "|常委|党员|老师|同学|女士|先生|使节|团长|理事|乡亲|战友)"
)
_GROUP = (
    "(?:同志们|女士们|先生们|朋友们|来宾们|同胞们|同学们|乡亲们|代表们|委员们"
    rf"|(?:尊敬的)?各位{_WHOM}(?:们)?(?:[、和]{_WHOM}){{0,4}})"
)
#: The salutation, compact: `各位代表：`, `女士们，先生们，同志们：`, `尊敬的国王陛下，各位同事：`, `各位主任、委员：`
SALUTATION = rf"(?:尊敬的[^。:!?]{{1,16}},)?{_GROUP}(?:[,、]{_GROUP}){{0,6}}[:!]"

_PERSON = (
    "书记|省长|市长|县长|区长|州长|主席团?|副主席|主任|副主任|委员长|副委员长|秘书长|部长|局长|院长|校长|会长|总理|同志"
    "|先生|女士"
)
_PEOPLE = "代表|委员|常委|领导|来宾|嘉宾|朋友|网友|股东|同仁|专家|学者|党员|同志|同胞|人民|群众|职工|市民|乡亲"
_ALL = "(?:各位|全[国省市县区州镇乡体]|广大)"
_GREETED = rf"(?:尊敬的|敬爱的|亲爱的)?{_ALL}?[一-鿿]{{0,8}}?(?:{_PERSON}|{_PEOPLE}|朋友们|同志们|乡亲们|们)"
_TOGETHER = (
    "(?![^,、:!]{0,8}[我你他她它咱人]们)"
    rf"(?:(?:尊敬的|敬爱的|亲爱的)?{_ALL}[一-鿿]{{0,8}}?(?:{_PERSON}|{_PEOPLE})们?|[一-鿿]{{0,8}}?们)"
)
#: The same where it has a line of its own, and no text around it: `孟书记、各位代表：`, `主任、各位副主任、各位委员：`,
#: `父老乡亲们：`, `全县各族人民：`
SALUTATION_LINE = rf"(?:{_GREETED}[,、和]){{0,6}}{_TOGETHER}(?:[,、和]{_GREETED}){{0,6}}[:!]"

#: Whom a circular or a report is sent to: `各市、县人民政府，省有关单位：`, `全国人民代表大会常务委员会：`
ADDRESSEE = (
    r"[^。;:!?]{0,200}?(?:单位|部门|机构|人民政府|委员会|办公室|企业|高校|厅局|办事处|管委会|行署|大会|党委)"
    r"(?:\([^()]{0,20}\))?:"
)


def turns_to_audience(text: str) -> bool:
    """Whether a paragraph begins with words to the audience."""
    return text.startswith(TURNS)
