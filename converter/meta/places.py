"""The place a document speaks for, and its administrative level (CONVENTIONS §4)."""

from __future__ import annotations

import re
from collections import Counter

from converter.language.dates import DATE
from converter.meta.divisions import Division, all_named, candidates_of, find, names_above, province_of, starts_of
from converter.meta.evidence import Evidence
from converter.model import Place, PlaceLevel
from converter.patterns import late

NATION = "中国"

_NOUN = "自治区|省|市|州|盟|县|旗|区|镇|乡|街道"
_UNIT = rf"(?:[一-鿿]{{1,20}}?|[XxＸ×*＊某]{{1,3}})(?:{_NOUN}|地区)"
# A unit and the word that shows it to be the one governed: `沁水县人民政府县长`, `海拉尔区第十四届人民代表大会`,
# `2004年鄂尔多斯市政府工作报告`, `云南省国民经济和社会发展…`, `XX县县长在…`, `上海市市长`, `山东省制造业…行动计划`
_GOVERNED = re.compile(
    rf"({_UNIT})(?=人民政府|政府|国民经济|人民代表大会|人大|政协|第[一二三四五六七八九十XＸ×*]{{1,3}}[届次]"
    rf"|[一二三四五六七八九十]{{1,3}}届|委(?!员|托)|[省市县区州盟旗镇乡]长|工作报告|关于|推进|\d{{4}}年"
    # 县域, 乡村, 城市, 市场 and 区域 are common words
    r"|(?![域村场容貌民镇级直属际内外下])[^\n]{0,24}"
    r"(?:计划|规划|方案|意见|要点|安排|总结|任务|通知|决定|决议|公报|清单|打算|部署)(?:\([^()\n]*\))?$)",
    re.MULTILINE,
)
# What stands before the unit and does not belong to its name: `2012年1月14日在`, `——在中国共产党`
_BEFORE_NAME = re.compile(rf"^(?:[—\-－–―─(]|{DATE}|在|关于|中国共产党|中共)+", re.MULTILINE)
_NATIONAL = re.compile(
    "国务院|全国人民代表大会|全国人大|全国政协|中国共产党第|中共中央|党中央|中华人民共和国|中央政治局|全国代表大会|二十国集团"
)
# A name of a unit never starts with these: `年县委`, `我市`, `全区`, `各县`, `县委书记`
_NOT_IN_NAMES = late(
    r"[年月日在我全各本该省市县区州委会议和的是为对向]"
    "|政府|关于|印发|加快|推进|推动|促进|实施|落实|开展|做好|支持|深化|加强|进一步|全面|发展|建设|乡村|城乡"
)
# Nouns that end like the name of a district: `老旧小区`, `工业园区`, `山区`
_COMMON_NOUN = late("(?:小|社|园|山|库|灾|城|景|矿|牧|老|校|辖|片|街|郊|厂)区")
_UPPER_UNIT = late(
    "(.{2,}?(?:省|自治区|市|自治州|州|盟|地区))(.{2,}(?:市|县|区|旗|镇|乡|街道))|(.{2,}?(?:县|旗|区))(.{2,}(?:镇|乡|街道))"
)

# What a speaker speaks for: `我代表市人民政府`, `代表连云港市人民政府`, `我代表行署`, `代表区第三届人民政府`
_TERM = r"(?:第?[一二三四五六七八九十]{1,3}届)?"
_SPOKEN_FOR = re.compile(rf"代表{_TERM}({_UNIT})??({_NOUN})?{_TERM}(?:人民政府|政府|人大常委会)")
_ADMINISTRATION = late("代表(?:盟)?行(?:政公)?署")
_FOR_THE_NATION = late("(?:代表|受)(?:国务院|中央|第[一二三四五六七八九十]{1,3}届中央|中国共产党第|中央人民政府)")

# The nouns a text uses for its own place: `全县上下`, `我县`; in the front `县委`, `县长`.
_OWN = tuple(re.compile(f"{own}([省市州盟县旗区镇乡])") for own in "全我")
_OFFICE_OF = late("([省市州盟县旗区镇乡])(?:委(?!员|托)|长|政府)")

_LEVELS: dict[str, PlaceLevel] = {
    "省": "province",
    "自治区": "province",
    "州": "prefecture",
    "盟": "prefecture",
    "地区": "prefecture",
    "县": "county",
    "旗": "county",
    "区": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}

# A city over counties speaks of them together (`各县区`, `县（市、区）`, `市辖区`); a county-level city does not.
_OVER_COUNTIES = late(r"各县|县[（(]市、?区[）)]|县市区|县区|区县|市辖区|旗县|市县")
_FEWEST_MENTIONS = 2

_SAMPLE = 5000  # characters from the start, and half as many from the end, in which names are counted
_FEWEST = 3  # times a name must stand in the sample to be taken for the place


def read_place(evidence: Evidence) -> Place | None:
    """The place governed: named in the front, else declared or most often named in the text; its level by rule.

    Where the lexicon of GB/T 2260 holds it, its code, official name and province are given, too.
    """
    place = _place(evidence)
    known = _in_lexicon(place.name, evidence) if place is not None and place.name else None
    if place is None or known is None:
        return place
    return Place(place.name, place.level, known.code, known.name, province_of(known))


def _in_lexicon(name: str, evidence: Evidence) -> Division | None:
    """The division so called; of several, the one whose province or prefecture the front names, else none."""
    found = all_named(name)
    if len(found) < 2:
        return found[0] if found else None
    told = Counter(
        {division: sum(upper in evidence.front_text for upper in names_above(division)) for division in found}
    )
    (best, most), (_, next_most) = told.most_common(2)
    return best if most > next_most else None


def _place(evidence: Evidence) -> Place | None:
    front = _BEFORE_NAME.sub("", evidence.front_text)
    for match in _GOVERNED.finditer(front):
        name = _lowest_unit(match[1])
        if name is not None:
            return Place(name, _level(name, evidence))
    if _NATIONAL.search(evidence.front_text):
        return Place(NATION, "national")
    declared = _SPOKEN_FOR.search(evidence.opening)
    if declared is not None and declared[1] and (name := _lowest_unit(declared[1])) is not None:
        return Place(name, _level(name, evidence))
    noun = _own_noun(evidence, declared[2] if declared else None)
    if noun is None:
        return (
            Place(NATION, "national")
            if "我国" in evidence.printed_body or _NATIONAL.search(evidence.beginning)
            else None
        )
    return _most_named(noun, evidence)


def _lowest_unit(text: str) -> str | None:
    """The lowest unit of a chain: `内蒙古自治区呼伦贝尔市海拉尔区` → `海拉尔区`; ``None`` if it is no name."""
    while find(text) is None and (upper := _UPPER_UNIT.fullmatch(text)) is not None:
        text = str(upper[2] or upper[4])
    if find(text) is not None or re.match(r"[XxＸ×*＊某]", text):
        return text
    if _COMMON_NOUN.fullmatch(text[-2:]):
        return None
    short = re.sub(rf"(?:{_NOUN}|地区)$", "", text)
    return text if len(short) > 1 and not _NOT_IN_NAMES.search(short) and len(text) < 16 else None


def _level(name: str, evidence: Evidence) -> PlaceLevel:
    """The level of a named unit: by the lexicon, else by its kind; a city by what it speaks of as its parts."""
    known = find(name)
    if known is not None:
        return known.level
    noun = next(noun for noun in (*_LEVELS, "市") if name.endswith(noun))
    return _level_of_noun(noun, evidence)


def _level_of_noun(noun: str, evidence: Evidence) -> PlaceLevel:
    if noun in _LEVELS:
        return _LEVELS[noun]
    return "prefecture" if len(_OVER_COUNTIES.findall(evidence.printed_body)) >= _FEWEST_MENTIONS else "county"


def _own_noun(evidence: Evidence, declared: str | None) -> str | None:
    """The noun the document uses for its own place (`市`, `县`, `盟`), ``None`` for the nation's documents."""
    if declared is not None:
        return declared
    if _FOR_THE_NATION.search(evidence.opening):
        return None
    if _ADMINISTRATION.search(evidence.opening):
        return "盟" if "全盟" in evidence.printed_body else "地区"
    office = _OFFICE_OF.search(evidence.front_text)
    if office is not None:
        return office[1]
    named = (match for own in _OWN for match in own.finditer(evidence.printed_body))
    counts: Counter[str] = Counter(match[1] for match in sorted(named, key=re.Match.start))
    if "自治区" in evidence.printed_body:  # `居全区首位` speaks of the region there
        counts["区"] = evidence.printed_body.count("我区")
    province = counts.pop("省", 0)
    lower = counts.most_common(1)
    if lower and lower[0][1] >= _FEWEST:
        return lower[0][0]
    return "省" if province >= _FEWEST else None


def _most_named(noun: str, evidence: Evidence) -> Place:
    """The division with this noun that the text names most often, else the name as redacted (`X县`)."""
    text = evidence.printed_body
    sample = text[:_SAMPLE] + "\n" + text[-_SAMPLE // 2 :]
    candidates = candidates_of(noun)
    over_counties = noun == "市" and _level_of_noun(noun, evidence) == "prefecture"
    counts: Counter[str] = Counter()
    named: dict[str, Division] = {}
    starts = Counter(starts_of(noun).findall(sample))
    for start, count in starts.items():
        for division in candidates.get("".join(start), ()) if count >= _FEWEST else ():
            if over_counties and division.level == "county":
                continue  # a county-level city inside the city that speaks
            name = division.short + division.noun
            counts[name] = max(counts[name], sample.count(division.counted))
            named.setdefault(name, division)
    name = max(counts, key=lambda candidate: (counts[candidate], -len(candidate), candidate), default="")
    if counts[name] < _FEWEST:
        redacted = Counter(re.findall(rf"[XxＸ×][XxＸ×]{{0,2}}{noun}", sample))
        return Place(max(redacted, key=redacted.__getitem__, default=None), _level_of_noun(noun, evidence))
    division = named[name]
    return Place(name if name in sample or division.name not in sample else division.name, division.level)
