"""What holds for any text, and the scores over the gold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gold import f1
from benchmarks.score_targets import gold_answers, report_answers, same_quantity, score
from converter import Target, parse
from converter.source import decode

_PIECES = st.sampled_from(
    [
        "新增",
        "建设",
        "完成",
        "确保",
        "力争",
        "分别",
        "增长",
        "下降",
        "达到",
        "突破",
        "控制在",
        "至少",
        "地区生产总值",
        "粮食产量",
        "项目",
        "农村公路",
        "村",
        "的",
        "等",
        "、",
        "，",
        "；",
        "。",
        "和",
        "均",
        "3",
        "5.5",
        "120",
        "1,200",
        "X",
        "%",
        "个百分点",
        "亿元",
        "万人次",
        "个",
        "家",
        "公里",
        "万亩",
        "吨",
        "以上",
        "左右",
        "以内",
        "3-5",
        "6%至7%",
        "三",
        "两",
        "翻一番",
        "零增长",
        "同步",
        "与经济增长基本同步",
        "全省前十",
        "第一",
        "“",
        "”",
        "（",
        "）",
        "到2027年",
        "上半年",
        "两年内",
        "由30亿元提高到",
        "高于全省",
        "\n",
    ]
)


@given(st.lists(_PIECES, max_size=60))
def test_targets_of_any_text(pieces: list[str]) -> None:
    report = parse(("青禾县政府工作报告\n\n一、2024年工作安排\n\n" + "".join(pieces) + "\n").encode())
    for target in report.targets:
        assert 0 <= target.span[0] < target.span[1] <= report.source.characters
        assert target.indicator != ""
        assert target.measure == "relation" or target.redacted or target.value is not None
        assert (target.comparator == "range") == (target.value_max is not None)
    assert [target.id for target in report.targets] == [f"t{n}" for n in range(1, len(report.targets) + 1)]
    assert [target.span for target in report.targets] == sorted(target.span for target in report.targets)


@pytest.mark.parametrize(
    "unit", ["新增5个、", "5年", "投资10亿元以上3个", "力争", "（", "由3亿元提高到", "分别增长5%、", "一"]
)
def test_long_clauses_end(unit: str) -> None:
    report = parse(("一、2024年工作安排\n\n" + unit * 4_000 + "\n").encode())
    assert report.source.characters == len("一、2024年工作安排\n\n") + len(unit) * 4_000 + 1


def _scores(shared: Path) -> dict[str, tuple[tuple[int, int, int], tuple[int, int, int]]]:
    texts = {path.stem: path for path in (shared / "corpus").rglob("*.txt")}
    scores = {}
    for path in sorted((shared / "gold").glob("*.targets.tsv")):
        name = path.name.removesuffix(".targets.tsv")
        data = texts[name].read_bytes()
        found = report_answers(parse(data, name=texts[name].name).targets)
        scores[name] = score(gold_answers(path, decode(data).text), found, [])
    return scores


def test_scores_over_the_gold(shared: Path) -> None:
    scores = _scores(shared)
    targets = [sum(values) for values in zip(*(found for found, _ in scores.values()), strict=True)]
    exact = [sum(values) for values in zip(*(found for _, found in scores.values()), strict=True)]
    assert f1((targets[0], targets[1], targets[2])) >= 0.97
    assert f1((exact[0], exact[1], exact[2])) >= 0.94
    for name, (found, _) in scores.items():
        assert f1(found) >= (0.95 if found[2] >= 30 else 0.8), name


def test_no_target_in_the_review_of_a_seed(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "seeds").glob("*work-report*.txt")):
        report = parse(path.read_bytes(), name=path.name)
        review = next(section for section in report.sections if "回顾" in (section.heading or ""))
        assert not [t for t in report.targets if review.span[0] <= t.span[0] < review.span[1]], path.name


def _target(value: str, span: tuple[int, int], indicator: str = "粮食产量") -> Target:
    return Target(
        "t1", None, None, span, "粮食产量20万吨", indicator, "level", "=",
        float(value), None, "万吨", "2024", "planned", value_decimal=value,
    )  # fmt: skip


def test_scorer_counts_what_agrees() -> None:
    gold = report_answers([_target("20", (0, 8)), _target("30", (10, 18))])
    found = report_answers([_target("20", (2, 8), "粮食"), _target("31", (10, 18))])
    notes: list[str] = []
    assert score(gold, found, notes) == ((1, 2, 2), (1, 2, 2))
    assert len(notes) == 2
    assert not same_quantity(gold[0], report_answers([_target("20", (8, 16))])[0])
