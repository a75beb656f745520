"""Fictional reports to fill sources with."""

from __future__ import annotations

from pathlib import Path

PLACES = ("青禾县", "云岭市", "松原镇", "白沙县", "竹溪区")

_REPORT = """{place}人民政府工作报告

——202{year}年1月15日在{place}第十届人民代表大会第三次会议上

各位代表：

现在，我代表{place}人民政府，向大会报告工作。

一、过去一年的工作

（一）产业升级步伐加快。完成固定资产投资{number}亿元，新建标准厂房3万平方米。
（二）城乡面貌持续改善。改造老旧小区{number}个。

二、今年的工作安排

今年的主要预期目标是：地区生产总值增长{number}%左右，一般公共预算收入增长5%以上。

1.抓项目。新开工项目{number}个以上。
2.抓环境。新增造林{number}00亩。

各位代表，让我们一起奋斗！
"""


def report(number: int) -> str:
    """A short report, different for each number."""
    return _REPORT.format(place=PLACES[number % len(PLACES)], year=number % 10, number=number + 2)


def names(count: int) -> list[str]:
    """Names of reports in folders by year, in the order in which a folder gives them."""
    return sorted(f"202{number % 3}/{PLACES[number % len(PLACES)]}{number:03}.txt" for number in range(count))


def texts(count: int) -> dict[str, bytes]:
    """``count`` reports by name."""
    return {name: report(number).encode() for number, name in enumerate(names(count))}


def fill(folder: Path, reports: dict[str, bytes]) -> Path:
    """Write reports below ``folder``."""
    for name, data in reports.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """All files below a target, less the state that a run keeps."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.endswith(".gongwen-batch") for part in path.relative_to(folder).parts)
    }
