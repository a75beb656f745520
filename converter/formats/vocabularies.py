"""The closed lists of words in a report, with what each word means; ``schemas/README.md`` is made from them.

A list is named by the field, or by object and field where two objects use the same name for different lists.
"""

from __future__ import annotations

VOCABULARIES: dict[str, dict[str, str]] = {
    "document_type": {
        "work_report": "政府工作报告",
        "speech": "讲话",
        "party_report": "党代会、全会报告",
        "plan": "规划、计划、方案",
        "other": "anything else",
    },
    "Place.level": {
        "national": "全国",
        "province": "省、自治区、直辖市",
        "prefecture": "市、州、盟",
        "county": "县、区、旗",
        "township": "乡、镇、街道",
    },
    "role": {
        "title": "a title line",
        "subtitle": "the line that says on what occasion",
        "author": "县长 林知远",
        "date": "the date line",
        "salutation": "各位代表：",
        "contents": "a table of contents",
        "signature": "the signature at the end",
        "issuer": "who issued or printed it, and when",
        "note": "a note",
        "glossary": "an entry of a glossary",
        "table": "a table; its `cells` say what stands where",
    },
    "Section.kind": {"section": "starts a paragraph", "item": "starts inside a paragraph"},
    "Correction.kind": {"section": "starts a paragraph", "item": "starts inside a paragraph"},
    "access": {"free": "shown to everyone", "paid": "shown to payers only", "mixed": "in part paid"},
    "family": {
        "division": "第一部分, 第三章",
        "cjk": "一、",
        "cjk_paren": "（一）",
        "arabic": "1.",
        "arabic_paren": "（1）",
        "circled": "①",
        "word": "一是, 二要, 首先",
        "dash": "——",
        "bullet": "●",
        "markdown": "##",
        "box": "专栏1：",
    },
    "Mark.kind": {
        "emphasis": "emphasised in the source, as by `**…**`",
        "redaction": "stands for a removed name or number: `**同志`, `X县`",
        "footnote": "refers to a note: `[1]`",
    },
    "measure": {
        "growth": "a rate of growth: 增长8.5%",
        "decline": "a rate or amount of decline: 下降3%",
        "level": "a total: 达到25亿元",
        "increment": "an amount added, or works to be done: 新增就业2000人",
        "share": "a rate or share as a level in %: 覆盖率95%",
        "rank": "a rank: 前五",
        "relation": "a relation to another indicator: 与经济增长同步",
    },
    "comparator": {
        "=": "stated bare: 达到",
        "~": "about: 左右, 约",
        ">=": "at least: 以上, 不低于",
        ">": "more than: 突破, 超过",
        "<=": "at most: 以内, 控制在",
        "<": "less than: 低于",
        "range": "from `value` to `value_max`: 20—30家",
    },
    "strength": {
        "binding": "确保, 坚决, 必须, 约束性",
        "stretch": "力争, 争取, 努力, 奋力",
        "planned": "neither",
    },
    "stated_in": {"text": "running text", "table": "a table"},
    "direction": {"up": "is to rise", "down": "is to fall", "hold": "is to stay"},
    "severity": {
        "info": "nothing to do",
        "warning": "worth a look",
        "error": "a person has to decide",
    },
    "newline": {
        "lf": "U+000A",
        "crlf": "U+000D U+000A",
        "cr": "U+000D",
        "ls": "U+2028 or U+2029",
        "mixed": "several of these",
    },
    "pages_basis": {
        "fixed": "the file fixes its pages (PDF, OFD)",
        "last_saved": "as they were when the file was last saved (docx)",
    },
    "op": {
        "break": "a paragraph begins here",
        "join": "no paragraph begins here",
        "node": "a node of the outline begins here",
        "no_node": "no node of the outline begins here",
        "role": "the paragraph here has this role",
        "meta": "a field of the metadata has this value",
        "target": "a target stands here; or a field of it has this value",
        "no_target": "no target stands here",
    },
    "status": {
        "applied": "the report follows it",
        "stale": "it was made for another text",
        "conflict": "it contradicts one before it",
        "impossible": "there is nothing to which it could apply",
    },
    "GeneratedKind": {
        "numbering": "a number that the program draws by itself: （一）",
        "separator": "what parts two cells or lines",
    },
    "Edition.kind": {"full": "the whole report", "public": "without paid content"},
}
