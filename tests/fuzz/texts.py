"""Fuzzing of the whole way: ``python -m tests.fuzz.texts --executions 100000 --seed 1`` (``make fuzz-texts``).

Texts are those of ``fixtures/`` and, where they are there, of ``../shared/corpus``, with stretches spliced, cut,
joined, repeated or marked. Whatever the text, its report in JSON and in XML is valid (schema and rules, alone and
beside its source) and gives the same report and the same bytes back; its public edition is valid, too. A text that
breaks this is written to ``crash-N.txt`` in the working folder, made as small as it gets by leaving out stretches.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from converter import SourceError, from_json, from_xml, parse, restore, to_json, to_xml
from converter.edition import public
from converter.model import Report
from converter.validation import judge

_ROOT = Path(__file__).resolve().parent.parent.parent
#: A text of more than this many characters is cut: a fault in a long text is a fault in a part of it.
_LONGEST = 1500

_PAIRS = (("##paidbegin##", "##paidend##"), ("$$PaidBegin$$", "$$paidend$$"), ("<paid>", "</paid>"))
_PAID = (*(marker for pair in _PAIRS for marker in pair), "##pagebreak##")
_MARKERS = (
    *("一、", "二、", "（一）", "(二)", "1.", "2、", "（1）", "①", "一是", "二是", "一要", "首先", "第一部分"),
    *("第一章 ", "第一条", "——", "● ", "# ", "## ", "- ", "**", "专栏1：", "注：", "附件：", "目录"),
)
_PIECES = (
    *("政府工作报告", "各位代表：", "同志们：", "2024年工作安排", "2023年工作回顾", "县长 林知远"),
    *("（2024年2月21日）", "谢谢大家！", "大会秘书处", "来源：青禾日报", "第 2 页 / 共 9 页", "— 3 —", "[1]"),
    *("力争", "确保", "增长8%左右", "新增就业3000人以上", "达到X亿元", "前0名", "前02个", "第一", "3—5个"),
    *("三成", "半", "分别达到5%、6%", "高于全省1个百分点", "翻一番", "0.5个百分点", "同步", "某", "XX", "□"),
    *("，", "。", "；", "：", "、", "（", "）", "“", "”", "\n", "\n\n", "\r\n", "\r", "　　", " ", "\t"),
    *("\x00", "\u2028", "\x0c", "\ufeff", "\ufffe", "\ud800", "\u200b", "\U0001f33e", "⼀", "-、"),
    *("&nbsp;", "<br>", "&lt;"),
)
_WIDTHS = str.maketrans("，。：；（）0123456789.,:;()", ",.:;()０１２３４５６７８９．，：；（）")


def texts() -> list[str]:
    """The texts to begin with, in the order of their names."""
    folders = (
        _ROOT / "fixtures",
        _ROOT.parent / "shared" / "corpus" / "seeds",
        _ROOT.parent / "shared" / "corpus" / "wild",
    )
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*.txt"))]
    return [path.read_bytes().decode("utf-8", "replace") for path in paths]


def changed(text: str, others: list[str], random: Random) -> str:
    """A stretch of ``text`` with one to eight changes."""
    text = _stretch(text, random)
    for _ in range(random.choice((1, 2, 2, 4, 8))):
        text = random.choice(_CHANGES)(text, others, random)[: 2 * _LONGEST]
    return text


def _stretch(text: str, random: Random) -> str:
    """At most so much of ``text`` as is worth looking at, from the start of a line."""
    length = random.choice((40, 200, 600, _LONGEST))
    start = random.randrange(max(len(text) - length, 0) + 1)
    start = text.rfind("\n", 0, start) + 1 if random.random() < 0.7 else start
    return text[start : start + length]


def _two(text: str, random: Random) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.choice((0, 1, 3, 10, 60, 300)))


def _splice(text: str, others: list[str], random: Random) -> str:
    start, end = _two(text, random)
    other = random.choice(others)
    at, stop = _two(other, random)
    return text[:start] + other[at:stop] + text[end:]


def _delete(text: str, others: list[str], random: Random) -> str:
    start, end = _two(text, random)
    return text[:start] + text[end:]


def _repeat(text: str, others: list[str], random: Random) -> str:
    start, end = _two(text, random)
    return text[:end] + text[start:end] * random.choice((1, 1, 2, 5)) + text[end:]


def _join_lines(text: str, others: list[str], random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]])


def _double_a_line(text: str, others: list[str], random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _break_a_line(text: str, others: list[str], random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(("\n", "\n\n", "\n　　")) + text[at:]


def _insert(pieces: tuple[str, ...]) -> Callable[[str, list[str], Random], str]:
    def insert(text: str, others: list[str], random: Random) -> str:
        at = random.randrange(len(text) + 1)
        if random.random() < 0.4:  # at the start of a line
            at = text.rfind("\n", 0, at) + 1
        return text[:at] + random.choice(pieces) + text[at:]

    return insert


def _pay(text: str, others: list[str], random: Random) -> str:
    """Put paid markers around a stretch."""
    start, end = _two(text, random)
    opened, closed = random.choice(
        (("##paidbegin##", "##paidend##"), ("$$paidbegin$$", "$$paidend$$"), ("<paid>", "</paid>"))
    )
    return text[:start] + opened + text[start:end] + closed + text[end:]


def _swap_widths(text: str, others: list[str], random: Random) -> str:
    start, end = _two(text, random)
    return text[:start] + text[start:end].translate(_WIDTHS) + text[end:]


_CHANGES = (
    _splice, _delete, _repeat, _join_lines, _double_a_line, _break_a_line, _insert(_MARKERS), _insert(_PAID),
    _insert(_PIECES), _insert(_PIECES), _pay, _pay, _swap_widths,
)  # fmt: skip


def check(text: str) -> bool:
    """Hold the promises over ``text``; false when it is refused as no text. Raises :class:`AssertionError`."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        report = parse(text)
    except SourceError:
        return False
    _check_report(report, data)
    _check_report(public(report), None)
    return True


def _check_report(report: Report, data: bytes | None) -> None:
    as_json, as_xml = to_json(report), to_xml(report)
    for document in (as_json, as_xml):
        verdict = judge(document)
        assert not verdict.findings, (report.edition.kind, [(f.code, f.message, f.path) for f in verdict.findings[:5]])
    assert from_json(as_json) == report, "the JSON gives another report"
    assert from_xml(as_xml) == report, "the XML gives another report"
    if data is not None:
        verdict = judge(as_json, source=data)
        assert not verdict.findings, [(f.code, f.message, f.path) for f in verdict.findings[:5]]
        assert restore(report) == data, "other bytes come back"


def fault_of(text: str) -> str | None:
    """What of the promises ``text`` breaks."""
    try:
        check(text)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def smallest(text: str) -> str:
    """``text`` with as much left out as can be while it still breaks a promise in the same way."""
    kind = _kind(fault_of(text))
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if _kind(fault_of(shorter)) == kind:
                text = shorter
            else:
                at += size
        size //= 2
    return text


def _kind(fault: str | None) -> str | None:
    """A fault without what differs from text to text: its code, or its first words."""
    if fault is None:
        return None
    at = fault.find("GW")
    return fault[at : at + 5] if at >= 0 else fault[:60]


def main() -> int:
    """Run until the executions or the seconds are used up; 1 when a text broke a promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--executions", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random = Random(options.seed)
    seeds = texts()
    begun = time.monotonic()
    done = refused = 0
    kinds: dict[str | None, int] = {}
    while done < options.executions and time.monotonic() - begun < options.seconds:
        text = changed(random.choice(seeds), seeds, random)
        done += 1
        try:
            refused += not check(text)
        except KeyboardInterrupt:
            break
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            kinds[_kind(fault)] = kinds.get(_kind(fault), 0) + 1
            if kinds[_kind(fault)] <= 3:
                path = Path(f"crash-{sum(kinds.values())}.txt")
                path.write_bytes(smallest(text).encode("utf-8", "surrogatepass"))
                print(f"{path}: {fault[:300]}", file=sys.stderr)
    seconds = time.monotonic() - begun
    print(
        f"{done} texts in {seconds:.0f} s, seed {options.seed}: {refused} refused, {sum(kinds.values())} broken {kinds}"
    )
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
