"""A way to call the command, and a text to call it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.cli.main import group

TEXT = """政府工作报告

——2024年1月16日在青禾县第十六届人民代表大会第四次会议上

青禾县人民政府县长　林远舟

各位代表：

　　现在，我代表县人民政府向大会报告工作。

一、2023年工作回顾

　　（一）修好路。环湖路全线通车。

　　（二）架好桥。青石桥建成使用。

二、2024年工作安排

　　（一）稳增长。全年地区生产总值增长6.5%左右。

　　（二）惠民生。城镇新增就业2600人以上。

　　各位代表，让我们携手前行！
"""

Gongwen = Callable[..., Result]


@pytest.fixture
def gongwen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gongwen:
    """Calls the command in an empty directory: ``gongwen("convert", "a.txt")``; ``input=`` is its standard input."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(group, [str(argument) for argument in arguments], input=input)
        assert "Traceback" not in result.stderr
        return result

    return call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """``a.txt``, a short work report."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
