"""Metadata by DA/T 46—2009 《文书类电子文件元数据方案》: the elements of a record, and which the archivist must fill.

Of its 88 elements those stand here that describe a record and its file. Electronic signatures (M57 to M64), people (M76
to M79), business (M80 to M84) and relations (M85 to M88) are written by the systems that make and keep the record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from converter.exports.reading_order import title_of
from converter.model import Report
from converter.version import __version__

Fill = Callable[[Report], str | None]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the standard: code, name, the group it belongs to (an element of its own stands in its own name).

    ``fill`` is ``None`` where a report cannot say it.
    """

    code: str
    name: str
    group: str
    fill: Fill | None = None


class Value(NamedTuple):
    """An element of one report; ``state`` says who is to fill it: ``已著录``, ``文中未载``, ``须由档案人员著录``."""

    element: Element
    value: str
    state: str


FILLED, ABSENT, TO_FILL = "已著录", "文中未载", "须由档案人员著录"

#: What the closed list of our types is called as 文种.
_GENRES = {"work_report": "报告", "speech": "讲话", "party_report": "报告", "plan": "计划"}
#: What a file is called by its media type; the standard wants format and encoding.
_FORMATS = {"text/plain": "纯文本"}


def _author(report: Report) -> str | None:
    author = report.meta.author
    said = [part for part in (author.position, author.name) if part] if author else []
    return "　".join(said) or report.meta.issuer


def _person(report: Report) -> str | None:
    return report.meta.author.name if report.meta.author else None


def _year(report: Report) -> str | None:
    date = report.meta.date or report.meta.issued
    return date[:4] if date else None


def _keywords(report: Report) -> str | None:
    """Place, kind of document and the indicators that have targets, each once."""
    place = report.meta.place.name if report.meta.place else None
    named = [target.indicator for target in report.targets if target.indicator and target.indicator_code]
    return "；".join(dict.fromkeys(filter(None, (place, report.meta.title, *named)))) or None


def _abstract(report: Report) -> str | None:
    """The headings of the first level."""
    return "；".join(section.heading for section in report.sections if section.heading) or None


def _format(report: Report) -> str:
    kind = getattr(report.source, "media_type", "text/plain")
    return f"{_FORMATS.get(kind, kind)}，{report.source.encoding}" if kind in _FORMATS else kind


#: In the order of the standard.
ELEMENTS: tuple[Element, ...] = (
    Element("M1", "聚合层次", "聚合层次", lambda report: "件"),
    Element("M3", "档案馆名称", "来源"),
    Element("M4", "档案馆代码", "来源"),
    Element("M5", "全宗名称", "来源"),
    Element("M6", "立档单位名称", "来源"),
    Element("M7", "电子文件号", "电子文件号"),
    Element("M9", "全宗号", "档号"),
    Element("M10", "目录号", "档号"),
    Element("M11", "年度", "档号", _year),
    Element("M12", "保管期限", "档号"),
    Element("M13", "机构或问题", "档号"),
    Element("M14", "类别号", "档号"),
    Element("M15", "室编案卷号", "档号"),
    Element("M16", "馆编案卷号", "档号"),
    Element("M17", "室编件号", "档号"),
    Element("M18", "馆编件号", "档号"),
    Element("M19", "文档序号", "档号"),
    Element("M20", "页号", "档号"),
    Element("M22", "题名", "内容描述", title_of),
    Element("M23", "并列题名", "内容描述"),
    Element("M24", "副题名", "内容描述", lambda report: report.meta.subtitle),
    Element("M25", "说明题名文字", "内容描述", lambda report: report.meta.meeting),
    Element("M26", "主题词", "内容描述"),
    Element("M27", "关键词", "内容描述", _keywords),
    Element("M28", "人名", "内容描述", _person),
    Element("M29", "摘要", "内容描述", _abstract),
    Element("M30", "分类号", "内容描述"),
    Element("M31", "文件编号", "内容描述"),
    Element("M32", "责任者", "内容描述", _author),
    Element("M33", "日期", "内容描述", lambda report: report.meta.date or report.meta.issued),
    Element("M34", "文种", "内容描述", lambda report: _GENRES.get(report.meta.document_type)),
    Element("M35", "紧急程度", "内容描述"),
    Element("M36", "主送", "内容描述", lambda report: report.meta.salutation),
    Element("M37", "抄送", "内容描述"),
    Element("M38", "密级", "内容描述"),
    Element("M39", "保密期限", "内容描述"),
    Element("M41", "文件组合类型", "形式特征", lambda report: "单件"),
    Element("M42", "件数", "形式特征", lambda report: "1"),
    Element("M43", "页数", "形式特征", lambda report: _pages(report)),
    Element("M44", "语种", "形式特征", lambda report: "汉语"),
    Element("M45", "稿本", "形式特征"),
    Element("M47", "格式信息", "电子属性", _format),
    Element("M48", "计算机文件名", "电子属性", lambda report: report.source.name),
    Element("M49", "计算机文件大小", "电子属性", lambda report: str(report.source.size)),
    Element("M50", "文档创建程序", "电子属性"),
    Element("M51", "信息系统描述", "电子属性", lambda report: f"gongwen {__version__}"),
    Element("M53", "数字化对象形态", "数字化属性"),
    Element("M54", "扫描分辨率", "数字化属性"),
    Element("M55", "扫描色彩模式", "数字化属性"),
    Element("M56", "图像压缩方案", "数字化属性"),
    Element("M66", "当前位置", "存储位置"),
    Element("M67", "脱机载体编号", "存储位置"),
    Element("M68", "脱机载体存址", "存储位置"),
    Element("M69", "缩微号", "存储位置"),
    Element("M71", "知识产权说明", "权限管理"),
    Element("M72", "授权对象", "权限管理"),
    Element("M73", "授权行为", "权限管理"),
    Element("M74", "控制标识", "权限管理"),
    Element("M75", "附注", "附注"),
)


def _pages(report: Report) -> str | None:
    pages = getattr(report.source, "pages", [])
    return str(len(pages)) if pages else None


def values(report: Report) -> list[Value]:
    """Every element of :data:`ELEMENTS` for ``report``, in order; what it cannot say is empty, with the reason."""
    found = []
    for element in ELEMENTS:
        value = element.fill(report) if element.fill else None
        state = FILLED if value else ABSENT if element.fill else TO_FILL
        found.append(Value(element, value or "", state))
    return found
