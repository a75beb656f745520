"""Title, subtitle and type of a document."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.language.normal_form import compact
from converter.meta.evidence import Evidence
from converter.model import DocumentType, Role
from converter.patterns import late

_WORK_REPORT = "政府工作报告"
_DASHES = re.compile(r"^[\s—\-－–―─]+|[\s—－–―─-]+$")
_DIGITS_APART = late(r"(?<=\d) (?=\d)")


class _Clue(NamedTuple):
    """Words that give the type of a document away."""

    kind: DocumentType
    words: re.Pattern[str]


def _clue(kind: DocumentType, *words: str) -> _Clue:
    return _Clue(kind, re.compile("|".join(words), re.MULTILINE))


# In title and subtitle; the first clue found decides.
_IN_TITLE = (
    # `…会议关于县人民政府工作报告的决议`, `…全体会议公报`
    _clue("other", r"(?:决议|决定|公报|批复|公告)$"),
    # `政府工作报告`, `2007年云岭市政府工作报告`, `行政公署工作报告`
    _clue("work_report", "(?:政府|行署|公署|管委会)工作(?:的)?报告"),
    # `在中国共产党第二十次全国代表大会上的报告`, `在中共青禾县委十六届五次全会上的报告`
    _clue(
        "party_report",
        r"(?:共产党|党代会|中共|党委|[省市州盟县旗区]委)[^\n]{0,40}(?:代表大会|全会|全体会议)[^\n]{0,8}报告",
    ),
    # `2022年预算执行情况和2023年预算草案的报告`, `人大常委会工作报告`, `人民法院工作报告`
    _clue("other", r"(?:执行情况|预算|决算|常务委员会|常委会|法院|检察院|政协|发展情况|办理情况)[^\n]{0,60}报告"),
    # `在…总结大会上的讲话`, `新年致辞`
    _clue("speech", r"(?:讲话|致辞|演讲|发言)(?:\([^()\n]*\))?$"),
    # `…第十个五年计划纲要`, `…三年行动计划（2023—2025年）`, `关于印发《青禾县“十四五”规划》的通知`, `2025年工作要点`
    _clue(
        "plan",
        r"(?:规划|纲要|计划|方案|工作要点|工作安排|工作打算|工作部署|(?:重点|主要|目标)(?:工作)?任务(?:分工|分解|清单|责任)*(?:方案)?"
        r"|重点工作(?:分工|安排|清单)?|民生实事(?:项目)?(?:清单)?)(?:\([^()\n]*\))?(?:》?的?通知)?·?$",
    ),
)

# In the salutation and the opening, where there is no title.
_IN_OPENING = (
    # `我受中国共产党青禾县第六届委员会委托，向大会作报告`
    _clue(
        "party_report", r"[代受][^。\n]{0,4}(?:中国共产党|中共)[^。\n]{0,20}委员会[^。\n]{0,8}委?托?[^。\n]{0,20}报告"
    ),
    # `现在，我代表第十五届中央委员会向大会作报告`, `中国共产党第十一次全国代表大会，现在开幕了`
    _clue(
        "party_report",
        "代表[^。\n]{0,16}届[^。\n]{0,4}委(?:员会)?[^。\n]{0,20}报告",
        "^中国共产党第[^。\n]{1,6}次全国代表大会",
    ),
    # `现在，我代表市人民政府，向大会报告工作`, `我代表行署作工作报告`, `我受国务院的委托，…报告政府工作`
    _clue(
        "work_report",
        r"(?:代表|受)[^。\n]{0,16}(?:政府|国务院|行署|公署|管委会)[^。\n]{0,30}(?:报告[^。\n]{0,10}工作|工作报告|作报告)",
    ),
    # The deputies of a people's congress are addressed so, those of a party congress as comrades.
    _clue("work_report", r"\A(?:各)?位代表[:!]"),
    # `下面，我讲几点意见`, `我先就经济工作讲六点意见`, `受…委托，我就…向全会作说明`, `今天，我们在这里隆重集会`
    _clue(
        "speech",
        r"我[^。\n]{0,24}(?:讲|谈)[^。\n]{0,8}(?:意见|体会|看法|问题|话)",
        r"我就[^。\n]{2,80}作说明",
        "今天,我们(?:召开|在这里)",
    ),
    # `特制订本行动计划`, `制定本规划`, `第十一个五年…规划纲要根据…编制`, `第二个五年计划正在拟定`
    _clue(
        "plan",
        r"(?:制定|制订|编制|拟定|拟订)(?:了)?本?[^。,\n]{0,16}(?:规划|计划|方案|纲要)",
        r"规划纲要,?[^。\n]{0,60}编制",
        r"个五年计划[^。\n]{0,20}(?:拟定|制定)",
    ),
)

# `2022年工作回顾`, `2023年工作安排`: chapters of a work report that has lost its beginning.
_CHAPTER_OF_WORK_REPORT = late(r"(?:工作|政府)[^\n]{0,6}回顾|年(?:政府)?(?:工作安排|工作任务|目标任务|重点工作)")
_TO_PERSONS = re.compile(r"(?:尊敬的|各位|同志|朋友|女士|先生|代表|委员)")


_HEAD: tuple[Role, ...] = ("title", "subtitle")


def read_title(evidence: Evidence) -> str | None:
    """The title as printed, its lines joined by one space; a running head in the text is the last resort."""
    lines: list[str] = []
    for line in map(spaced, evidence.front("title")):
        if line and compact(line) not in map(compact, lines):
            lines.append(line)
    return " ".join(lines) or _running_head(evidence)


def read_subtitle(evidence: Evidence) -> str | None:
    """The line that says on what occasion, its broken parts joined, without dash and brackets around it."""
    text = _DASHES.sub("", "".join(map(spaced, evidence.front("subtitle"))))
    if text[:1] in "(（[［【〔" and text[-1:] in ")）]］】〕":
        text = text[1:-1]
    elif text[:1] in "(（" and not {")", "）"} & set(text):
        text = text[1:]
    return text.strip() or None


def read_document_type(evidence: Evidence) -> DocumentType:
    """The type, by the title and the occasion; without these by what the opening and the chapters say."""
    head = "\n".join(compact(line) for role in _HEAD for line in evidence.front(role))
    for kind, words in _IN_TITLE:
        if words.search(head):
            return kind
    spoken = _TO_PERSONS.match(evidence.salutation or "") is not None
    if not head or spoken:
        opening = compact(evidence.salutation or "") + "\n" + evidence.opening
        for kind, words in _IN_OPENING:
            if words.search(opening):
                return kind
        if any(_CHAPTER_OF_WORK_REPORT.search(chapter) for chapter in evidence.chapters):
            return "work_report"
    return "speech" if spoken or "讲话" in evidence.notes else "other"


def spaced(line: str) -> str:
    """The line with its white space tidied: none between the characters of `政 府 工 作 报 告`, else one blank."""
    chunks = line.split()
    tidy = ("" if chunks and max(map(len, chunks)) == 1 else " ").join(chunks).rstrip("·")
    return _DIGITS_APART.sub("", tidy)


def _running_head(evidence: Evidence) -> str | None:
    """`政 府 工 作 报 告` as the head of a newspaper page, in the text or in the layout between the leaves."""
    lines = (line for _, piece in evidence.outline.layout if "告" in piece for line in piece.split("\n"))
    found = _WORK_REPORT in evidence.printed_body.split("\n") or any(compact(line) == _WORK_REPORT for line in lines)
    return _WORK_REPORT if found else None
