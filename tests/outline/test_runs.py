"""Runs of markers and named leads: which of them go on, and what is no run."""

from __future__ import annotations

from tests.outline.drawing import built

BODY = "县里牢牢把握发展机遇，统筹推进各项工作，取得了扎扎实实的成效，群众的获得感不断增强。"


def names(*lines: str) -> list[str]:
    """The markers and headings of the nodes below the first section, in reading order."""
    found: list[tuple[int, str]] = []
    waiting = built("\n".join(lines)).sections
    while waiting:
        section = waiting.pop()
        waiting.extend(section.subsections)
        found.append((section.span[0], f"{section.marker.text if section.marker else ''}{section.heading or ''}"))
    return [name for _, name in sorted(found)][1:]


def test_a_run_of_first_and_next_goes_on_with_third() -> None:
    run = "首先，要稳定面积。全县粮食面积只增不减。其次，要改良品种。第三，要兴修水利。新修渠道三十公里。"
    assert names("一、农业工作", f"抓好以下工作。{run}") == ["首先，要稳定面积", "其次，", "第三，要兴修水利"]


def test_a_third_without_a_run_before_it_opens_nothing() -> None:
    assert names("一、农业工作", f"全县粮食产量居全市第二，第三，第四位的是邻县。{BODY}") == []


def test_a_first_and_a_next_are_no_beginning_of_another_run_of_firsts() -> None:
    run = "首先，要统一思想。其次，要落实责任。第一，县里抓统筹。第二，乡里抓落实。"
    assert [name[:3] for name in names("一、农业工作", run)] == ["首先，", "其次，", "第一，", "第二，"]


def test_named_leads_are_alike() -> None:
    alike = [f"交好一本总账：就是要算清收支。{BODY}", f"立足一个门户，就是要扩大开放。{BODY}"]
    assert names("一、工作安排", "今年要做到：", *alike) == ["交好一本总账", "立足一个门户"]


def test_sentences_that_explain_themselves_are_no_named_leads() -> None:
    prose = [
        f"坚持五项原则，即稳字当头、改革创新。{BODY}",
        BODY,
        f"深化综合改革的根本目的，就是要激发活力。{BODY}",
    ]
    assert names("一、工作安排", *prose) == []


def test_a_longer_lead_leads_its_run() -> None:
    leads = ["加强科技创新和产业协同布局", "畅通交通设施", "引入优质资源", "对标先进地区"]
    assert names("（六）深化区域合作", *[f"{lead}。{BODY}" for lead in leads]) == leads


def test_a_sentence_with_a_comma_introduces_leads() -> None:
    leads = ["畅通交通设施", "引入优质资源", "对标先进地区"]
    introduction = f"开放带来进步，封闭导致落后。{BODY}"
    assert names("（六）深化区域合作", introduction, *[f"{lead}。{BODY}" for lead in leads]) == leads


def test_a_caption_in_the_text_does_not_hide_a_marker() -> None:
    run = "一是统一思想。二是完善制度。这是县领导在村里走访。 青禾日报记者 李禾/摄三是转变作风。"
    assert [name[:2] for name in names("一、工作回顾", f"我们做了这些工作。{run}")] == ["一是", "二是", "三是"]
    assert names("一、工作回顾", f"举办摄影活动，其中一是摄三是拍，内容丰富。{BODY}") == []


def test_a_page_number_in_brackets_is_no_marker() -> None:
    assert names("第一章 农业", "（327）", BODY, "（328）", BODY) == []
    assert names("第一章 农业", f"（27）种植业。{BODY}", f"（28）畜牧业。{BODY}") == ["（27）种植业", "（28）畜牧业"]


def test_a_first_before_a_run_of_another_kind_opens_nothing() -> None:
    thanks = "首先，我谨向大家表示感谢。我们要做好以下工作。第一，稳定生产。推进复工。第二，扩大消费。办好展会。"
    assert names("一、工作安排", thanks) == ["第一，稳定生产", "第二，扩大消费"]


def test_leads_above_all_sections_stand_for_most_of_the_text() -> None:
    leads = [f"农业生产有了新的发展。{BODY}", f"工业生产有了新的跨越。{BODY}"]
    plain = [f"为了进一步巩固这些成果，要继续加大投入力度，{BODY}"] * 6
    assert names("导言", *leads, "一、工作回顾", BODY)  # below a heading they are sections
    text = "\n".join([*leads, *plain])
    assert not built(text).sections
