"""Twice the text takes twice the time to cut down to its public edition, also where everything is paid (promise 6)."""

from __future__ import annotations

from time import process_time

import pytest

from converter import parse
from converter.edition import public

HOSTILE = [
    "<paid>新建道路3公里。</paid>",
    "<paid>新建</paid>道路<paid>3公里</paid>。\n",
    "到2024年，##paidbegin##甲##paidend##新建道路3公里。\n",
    "新建道路3公里，新建甲乙桥2座。",
    "（一）修路。<paid>新建道路3公里。</paid>新增就业20人。\n",
    "（三）修路。\n（一）架桥<paid>。</paid>\n",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_takes_twice_the_time(unit: str) -> None:
    assert min(_seconds(unit * 8_000) for _ in range(3)) <= 3 * min(_seconds(unit * 4_000) for _ in range(3))


def _seconds(plan: str) -> float:
    report = parse(f"一、2024年工作安排\n\n{plan}\n".encode())
    started = process_time()
    public(report)
    return process_time() - started
