"""The text report in Chinese: the same lines, with the Chinese messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.validation.finding import Verdict, shown
from converter.validation.renderers.tally import Tally
from converter.validation.renderers.text import line


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """``file:line:column: severity CODE message (path; source start..end)``, then the summary."""
    tally = Tally(strict)
    for verdict in tally.over(verdicts):
        for finding in verdict.findings:
            yield line(finding, finding.message_zh)
        if not verdict.complete:
            yield f"{shown(verdict.file, 4096)}: 问题不止以上 {len(verdict.findings)} 个\n"
    ending = "" if tally.complete else "（未全部列出）"
    yield (
        f"共 {tally.accepted + tally.refused} 个文件：通过 {tally.accepted} 个，拒绝 {tally.refused} 个；"
        f"错误 {tally.findings['error']} 个，警告 {tally.findings['warning']} 个{ending}\n"
    )
