"""Corrections that say what the parser has read: of every node, paragraph, field and target."""

from __future__ import annotations

from converter.meta import corrections as meta_corrections
from converter.model import Correction, Report
from converter.model.corrections import CorrectionSet
from converter.model.walk import paragraphs, sections
from converter.targets import corrections as targets_corrections


def restated(report: Report) -> CorrectionSet:
    """All that can be said of ``report``, as corrections of its source."""
    said: list[Correction] = []
    for section in sections(report):
        here = (section.span[0], section.span[0] + 1)
        said.append(
            Correction("node", here, "applied", kind=section.kind, level=section.level, heading=section.heading)
        )
        said.append(Correction("break" if section.kind == "section" else "join", here, "applied"))
    said += [Correction("role", p.span, "applied", role=p.role) for p in (*report.front, *report.back)]
    said += [Correction("no_node", p.span, "applied") for _, p in paragraphs(report)]
    for name in meta_corrections.FIELDS:
        value = meta_corrections.value_of(report.meta, name)
        said.append(Correction("meta", None, "applied", field=name, value=value))
    for target in report.targets:
        for name in targets_corrections.FIELDS:
            value = targets_corrections.value_of(target, name)
            said.append(Correction("target", target.span, "applied", field=name, value=value))
    return CorrectionSet(report.source.sha256, said)
