"""Title, subtitle, type, meeting, author and issuer from single lines."""

from __future__ import annotations

import pytest

from converter.meta import read_meta
from converter.meta.evidence import Evidence
from converter.meta.titles import read_title
from converter.model import Author
from tests.meta.documents import meta_of, outline_of


@pytest.mark.parametrize(
    "lines, title, subtitle",
    [
        (["政 府 工 作 报 告", "各位代表："], "政府工作报告", None),
        (["凝心聚力　　砥砺奋进", "开创新局面", "——在县委全会上的讲话"],
         "凝心聚力 砥砺奋进 开创新局面", "在县委全会上的讲话"),
        (["青禾县第六个五年计划·", "（县人民代表大会第四次会议批准）"],
         "青禾县第六个五年计划", "县人民代表大会第四次会议批准"),
        (["政府工作报告", "----2012年2月29日在青禾县第五届人民代表大会上", "各位代表："],
         "政府工作报告", "2012年2月29日在青禾县第五届人民代表大会上"),
        (["青禾县节水方案的通知", "青禾县节水方案的通知", "各乡镇人民政府："], "青禾县节水方案的通知", None),
        (["各位代表："], None, None),
    ],
)  # fmt: skip
def test_title_and_subtitle(lines: list[str], title: str | None, subtitle: str | None) -> None:
    meta = meta_of(*lines)
    assert (meta.title, meta.subtitle) == (title, subtitle)


def test_a_running_head_gives_the_title_a_front_does_not() -> None:
    outline = outline_of("各位代表：", "现在，我报告工作。")
    assert read_title(Evidence(outline)) is None
    outline.layout = [(9, "（下转第3版）\n\n政 府 工 作 报 告\n\n（上接第1版）")]
    assert read_title(Evidence(outline)) == "政府工作报告"


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["2007年云岭市政府工作报告"], "work_report"),
        (["奋进新征程", "各位代表：", "现在，我代表市人民政府，向大会报告工作。"], "work_report"),
        (["各位主任、委员：", "下面，我代表行署作工作报告。"], "work_report"),
        (["各位代表！", "我受委托作报告。"], "work_report"),
        (["# 2023年工作回顾", "成绩显著。", "# 2024年工作安排"], "work_report"),
        (["继往开来", "——在中国共产党青禾县第十三次代表大会上的报告"], "party_report"),
        (["在中共青禾县委十六届五次全会上的报告"], "party_report"),
        (["同志们：", "现在，我代表第十五届中央委员会向大会作报告。"], "party_report"),
        (["在全县大会上的讲话"], "speech"),
        (["今天，我们召开座谈会。下面，我谈几点意见。"], "speech"),
        (["青禾县三年行动计划（2023—2025年）"], "plan"),
        (["青禾县人民政府关于印发《青禾县“十四五”规划》的通知"], "plan"),
        (["为提升能力，特制订本行动计划。"], "plan"),
        (["关于青禾县2022年预算执行情况和2023年预算草案的报告", "各位代表："], "other"),
        (["青禾县人民法院工作报告", "各位代表："], "other"),
        (["青禾县数字经济发展报告（2022年）"], "other"),
        (["天气很好。"], "other"),
    ],
)
def test_the_type_of_the_document(lines: list[str], expected: str) -> None:
    assert meta_of(*lines).document_type == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        (
            ["政府工作报告", "（2023年2月21日在青禾县第十七届", "人民代表大会第四次会议上）"],
            "青禾县第十七届人民代表大会第四次会议",
        ),
        (["县长在2023年县委经济工作会议暨劳模表彰大会上的讲话"], "2023年县委经济工作会议暨劳模表彰大会"),
        (["在全县重点项目推进会上的讲话"], "全县重点项目推进会"),
        (
            ["青禾省第十个五年计划纲要", "(2001年2月16日青禾省第九届人民代表大会第四次会议通过)"],
            "青禾省第九届人民代表大会第四次会议",
        ),
        (["人民代表大会第二次会议上", "县长 李明阳", "各位代表："], "人民代表大会第二次会议"),
        (
            ["青禾县第五届人民代表大会第三次会议文件（二）", "政府工作报告", "各位代表："],
            "青禾县第五届人民代表大会第三次会议",
        ),
        (
            ["同志们：", "中国共产党第十六次全国代表大会，是我们党召开的第一次代表大会。"],
            "中国共产党第十六次全国代表大会",
        ),
        (["各位代表！", "根据决定，我代表国务院，向第四届全国人民代表大会作政府工作报告。"], "第四届全国人民代表大会"),
        (
            ["各位代表：", "我們第一届全國人民代表大會第一次會議，在聽了說明以後。我代表國務院作報告。"],
            "第一届全國人民代表大會第一次會議",
        ),
        (["同志们：", "今天，我们召开全县经济工作会议，主要任务是部署工作。"], "全县经济工作会议"),
        (["今天，我们召开一个企业家座谈会，听听意见。"], "企业家座谈会"),
    ],
)
def test_the_meeting_as_named(lines: list[str], expected: str) -> None:
    assert meta_of(*lines).meeting == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["各位代表：", "现在，我代表县人民政府报告工作。一年来，圆满完成了县十七届人大三次会议确定的任务。"],
        ["同志们：", "这次会议，是在关键时刻召开的。我先后召开了7个专题会议，部署工作。"],
        ["政府工作报告", "县长 李明阳", "各位代表："],
    ],
)
def test_another_meeting_is_not_the_one_of_the_report(lines: list[str]) -> None:
    assert meta_of(*lines).meeting is None


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["政府工作报告", "青禾县人民政府县长 杜明合", "各位代表："], Author("杜明合", "青禾县人民政府县长")),
        (["政府工作报告", "国务院总理　", "李　阳", "各位代表："], Author("李阳", "国务院总理")),
        (["政府工作报告", "报告人：县长 李明阳", "各位代表："], Author("李明阳", "县长")),
        (["在纪念大会上的讲话", "（2020年1月8日）", "李明阳", "同志们："], Author("李明阳", None)),
        (["XX县县长在县委全会上的讲话"], Author(None, "XX县县长")),
        (["李明阳同志在全县大会上的讲话"], Author("李明阳", None)),
        (["在全县大会上的讲话", "同志们："], None),
    ],
)
def test_the_author_is_in_the_front_or_in_the_title(lines: list[str], expected: Author | None) -> None:
    assert meta_of(*lines).author == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["大会秘书处", "二〇二三年二月二十日印"], ("大会秘书处", "2023-02-20")),
        (["青禾县人民政府办公室2023年2月20日印发"], ("青禾县人民政府办公室", "2023-02-20")),
        (["（《青禾日报》1 9 7 5 0 1 2 1 第1 版）"], ("青禾日报", "1975-01-21")),
        (["(来源：青禾县人民政府网）"], (None, None)),  # who published a page issued no report
        (["（新华社一九七五年一月二十日讯）"], ("新华社", "1975-01-20")),
        (["谢谢大家！"], (None, None)),
    ],
)
def test_the_issuer_stands_at_the_end(lines: list[str], expected: tuple[str | None, str | None]) -> None:
    meta = meta_of("政府工作报告", "各位代表：", "现在，我报告工作。", "过去一年成绩显著。", *lines)
    assert (meta.issuer, meta.issued) == expected


def test_a_bare_date_at_the_end_is_the_day_of_the_document() -> None:
    meta = meta_of("在全县大会上的讲话", "同志们：", "今天我讲几点意见。", "要真抓实干。", "谢谢大家！", "2023年2月3日")
    assert (meta.date, meta.issuer, meta.issued) == ("2023-02-03", None, None)


def test_a_newspaper_above_the_title_is_the_issuer() -> None:
    meta = meta_of("青禾日报 / 2 0 0 1年 / 0 2月 / 2 0日 / 第 A0 1版 /", "青禾省第十个五年计划纲要", "序言。")
    assert (meta.issuer, meta.issued, meta.date) == ("青禾日报", "2001-02-20", None)


def test_the_day_of_publication_is_never_the_day() -> None:
    outline = outline_of("云岭市政府工作报告", "各位代表：", "现在，我报告工作。")
    outline.layout = [(9, "</h3>时间：2007-03-02</p><p>")]
    assert read_meta(outline).date is None


def test_the_occasion_gives_the_day_before_a_line_of_its_own() -> None:
    meta = meta_of(
        "云岭市政府工作报告",
        "——2025年1月8日在云岭市人民代表大会上",
        "2025年1月12日",
        "各位代表：",
        "现在，我报告工作。",
    )
    assert meta.date == "2025-01-08"
