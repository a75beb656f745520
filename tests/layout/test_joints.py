"""Broken lines: which go on in the next, and which do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]
_LONG = "今年要坚持稳中求进工作总基调，统筹推进各项重点任务，努力实现质的有效提升和量的合理增长"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("今年的目标是：经济总量增长7.5%，力争更快一些；规上工业增", "加值增长8%；外贸出口增长6%。"),
        ("加快管网建设，全年供气量达到3.6", "亿方以上，惠及更多居民。"),
        (
            "逐条梳理各级出台的扶持办法，建立政策清单，点对点送到企业手中，实现各类补贴“不跑即得”、帮扶资金",
            "“当日到账”。开展走访活动。",
        ),
        (
            "新的一年，全县政府系统要把抓落实放在更加突出的位置，对标先进找差距，认真落实“三张清单”",
            "及时回应群众关切，提高办事效率。",
        ),
        ("（2023年2月21日在青禾县第十七届", "人民代表大会第四次会议上）"),
        ("——2020年4月15日在青禾县第十六届", "人民代表大会第五次会议上"),
        ("关于青禾县2023年国民经济和社会发展计划执行情况", "与2024年计划草案的报告"),
        ("——在中国共产党青禾县第十三次", "代表大会上的报告"),
        ("——在全县经济工作会议", "上的讲话"),
        ("青禾县人民政府办公室关于印发", "《青禾县乡村振兴实施方案》的通知"),
        ("回首这一年的点滴变化,", "离不开每一位建设者的付出。"),
        ("认真落实《", "青禾县乡村振兴条例"),
        ("这是全县干部群众共同努力的", "结果。"),
        ("全县经济实力增强。广播电视宽", "带网接入20万户。"),
        (
            "主要指标实现历史性突破，经济总量再上台阶。地区生产总值增长11.3%，位居全市各县区前列，再创历史新高；",
            "规上工业增加值增长15.2%。",
        ),
        ("社会保障体系日益健全，综合实力不断增强", "，人民生活水平持续提高。"),
    ],
)
def test_lines_that_break_off_go_on(texts: Texts, codes: Texts, before: str, after: str) -> None:
    text = f"{before}\n\n{after}\n"
    assert texts(text) == [before + after]
    assert codes(text) == ["broken_line_repaired"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2019年工作回顾", "过去的一年，全县干部群众顶着压力往前走，县域经济保持了健康发展。"),
        ("一、过去五年工作回顾", "五年来，全县上下砥砺奋进。"),
        ("第一、始终遵循因地制宜、分类指导的原则，坚决防止一哄而上和简单照搬的做法", "近年来各乡镇发展水平不一。"),
        ("坚定信心 勇毅前行", "与时俱进 开拓创新"),
        ("真抓实干 接力拼搏 开拓前行", "奋力开创青禾县高质量发展新局面"),
        ("青禾县人民政府县长", "李禾"),
        ("请各位代表审议，并请政协委员提出意见", "一、2023年工作回顾"),
        (f"{_LONG}，", "（一）推进产业转型"),
        ("全县经济平稳运行。", "民生持续改善。"),
        ("主要做了以下工作：", "坚持项目为王，夯实发展基础。"),
        ("（省商务厅牵头，云岭海关配合）", "坚持项目为王，夯实发展基础。"),
        ("推进进口扩大。（省商务厅负责）", "坚持项目为王，夯实发展基础。"),
        ("大会秘书处", "二〇二三年二月二十日印"),
    ],
)
def test_headings_titles_and_whole_sentences_stand_alone(texts: Texts, before: str, after: str) -> None:
    assert texts(f"{before}\n\n{after}\n") == [before, after]


def test_a_heading_after_a_line_without_its_stop_stands_alone(texts: Texts) -> None:
    text = f"{_LONG}。全县齐心协力，开创新局面\n2024年工作安排\n{_LONG}。\n"
    assert texts(text) == [f"{_LONG}。全县齐心协力，开创新局面", "2024年工作安排", f"{_LONG}。"]


def test_an_address_stands_alone_whatever_comes_before(texts: Texts) -> None:
    text = "——2020年4月15日在青禾县第十六届\n人民代表大会第五次会议上\n县长 李禾\n各位代表：\n"
    assert texts(text) == ["——2020年4月15日在青禾县第十六届人民代表大会第五次会议上", "县长 李禾", "各位代表："]


def _wrap(paragraphs: list[str], width: int, first: int, between: str) -> str:
    """Paragraphs set in lines of ``width`` characters, ``first`` in the first line of each."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.append(paragraph[:first])
        lines += [paragraph[at : at + width] for at in range(first, len(paragraph), width)]
    return between.join(lines)


_PARAGRAPHS = [
    "各位代表，过去一年全县上下团结一心、克难攻坚，经济总量再上台阶，城乡面貌焕然一新，民生福祉持续增进，社会大局保持稳定，"
    "干部作风明显好转。全年粮食生产再获丰收，特色产业加快发展，重点项目顺利推进，开放合作不断深化，发展后劲显著增强。",
    "一、2024年工作安排",
    "（一）深入推进产业转型升级，加快构建现代化产业体系和开放型经济新格局。坚持把实体经济作为主攻方向，改造提升传统产业，"
    "培育壮大新兴产业，前瞻布局未来产业，推动县域经济实现质的有效提升和量的合理增长，奋力谱写高质量发展新篇章。",
    "（二）持续深化重点领域改革，充分激发各类经营主体内生动力和全社会创新创造活力。健全公平竞争机制，优化营商环境，帮助企业解难题。",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("first", [26, 28])
def test_hard_wrapped_text_is_put_together(texts: Texts, between: str, first: int) -> None:
    assert texts(_wrap(_PARAGRAPHS, 28, first, between)) == _PARAGRAPHS


def test_hard_wrapped_text_with_indents_is_put_together(texts: Texts) -> None:
    indented = [f"　　{paragraph}" for paragraph in _PARAGRAPHS]
    assert texts(_wrap(indented, 28, 28, "\n")) == _PARAGRAPHS


_FIGURES = [
    "2023年，全县地区生产总值完成153.7亿元，同比增长10.1%；一般公共预算收入24.85亿元，增长20.3%；固定资产投资90.7亿元，"
    "增长24.7%。城镇居民人均可支配收入35512元，增长7.8%。新建改建农村公路12条68公里，G318青禾段、S206云岭段全线贯通。",
    "二、2024年工作安排",
    "重点抓好以下工作。一是扩大有效投资，实施重点项目120个，完成投资260亿元以上。二是培育壮大新兴产业，新增规上工业企业30户，"
    "净增高新技术企业15户。三是推进乡村振兴，建成高标准农田3.2万亩。四是改善民生，新增城镇就业5600人，新建幼儿园4所。",
]


@pytest.mark.parametrize("width", [14, 16, 23, 32, 47, 60])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_cut_by_counting_characters_are_put_together(texts: Texts, width: int, indent: str) -> None:
    paragraphs = [*_FIGURES, *_PARAGRAPHS, *_FIGURES[::-1]]
    wrapped = _wrap([indent + paragraph for paragraph in paragraphs], width, width, "\n")
    assert texts(wrapped) == paragraphs


def test_hard_wraps_are_told_in_one_diagnostic(codes: Texts) -> None:
    assert codes(_wrap(_PARAGRAPHS * 3, 20, 18, "\n")) == ["broken_line_repaired"]


def test_an_indent_starts_a_paragraph_where_other_lines_break_off(texts: Texts) -> None:
    pieces = ["　　过去五年，全县经济社会发展取得显著成绩，综合实力", "明显增强。人民生活水平不断提高。"] * 6
    assert (
        texts("\n".join(pieces))
        == ["过去五年，全县经济社会发展取得显著成绩，综合实力明显增强。人民生活水平不断提高。"] * 6
    )


def test_an_indent_starts_a_paragraph_though_the_stop_before_it_is_lost(texts: Texts) -> None:
    lines = [
        "　　第二，既要鼓励创业，又要守住底线。一方面要敞开大门、简化手续，一方面要从严监管、完善规章",
        "　　这两件事要一起抓，缺一不可。全县各部门要认真贯彻。",
        *[f"　　{'全县经济平稳运行，社会大局稳定。' * times}" for times in range(1, 9)],
    ]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]


def test_a_closing_quote_belongs_to_the_line_before(texts: Texts) -> None:
    text = "老书记说：“\n要把群众的事当成自己的事。\n”这句话，我们始终牢记在心。\n"
    assert texts(text) == ["老书记说：“要把群众的事当成自己的事。”这句话，我们始终牢记在心。"]


_SENTENCES = [
    "过去一年，我们坚持把项目建设作为头号工程，",
    "新开工亿元以上项目二十三个。",
    "其中，青禾湖引调水工程当年开工、当年通水。",
    "三个乡镇的百姓从此告别了苦咸水。",
    "园区污水处理厂完成提标改造，日处理能力翻了一番。",
]


def test_a_sentence_a_line_becomes_paragraphs(texts: Texts) -> None:
    lines = ["各位代表：", *[line for n in "一二三四五六七八" for line in (f"{n}、工作回顾", *_SENTENCES)]]
    assert texts("\n".join(lines)) == [
        "各位代表：",
        *[paragraph for n in "一二三四五六七八" for paragraph in (f"{n}、工作回顾", "".join(_SENTENCES))],
    ]


def test_no_paragraph_of_sentence_lines_goes_on_across_a_blank_line(texts: Texts) -> None:
    lines = [line for n in "一二三四五六七八" for line in (f"{n}、工作回顾", *_SENTENCES[:3], "", *_SENTENCES[3:])]
    paragraphs = texts("\n".join(lines))
    assert not [paragraph for paragraph in paragraphs if "通水。三个" in paragraph]
    assert len(paragraphs) == 24


def test_sentences_without_stops_stay_apart(texts: Texts) -> None:
    lines = ["　　第一章　发展目标", "　　全县经济平稳较快发展", "城镇化率提高四个百分点，城乡差距缩小"] * 20
    assert len(texts("\n".join(lines))) == 60


def test_a_rank_at_the_start_of_a_full_line_goes_on(texts: Texts) -> None:
    before = (
        "全县三十二个村受到省里表彰，一批示范村建设经验在全省推广，总量连续三年位居全市各县区的最前列，重新回到全市的"
    )
    paragraphs = [*_PARAGRAPHS, f"{before[-56:]}第一，其中三个村跻身全省百强，受到群众好评。"]
    assert texts(_wrap(paragraphs, 28, 28, "\n")) == paragraphs


def test_a_word_marker_after_a_short_line_begins_a_paragraph(texts: Texts) -> None:
    paragraphs = [*_PARAGRAPHS, "今年的主要工作，概括起来是", "第一，办好民生实事，让群众得到更多实惠。"]
    assert texts(_wrap(paragraphs, 28, 28, "\n")) == paragraphs


def test_a_character_alone_belongs_to_the_line_before(texts: Texts) -> None:
    lines = ["第二节　优化农业结构", "支持优势产区集中发展粮食、棉花、油料等大宗农产", "品", "加快发展设施农业"]
    assert texts("\n".join(lines))[1:3] == ["支持优势产区集中发展粮食、棉花、油料等大宗农产品", "加快发展设施农业"]
    assert texts("青禾县发展规划\n序\n青禾县地处平原，人口五十万。")[1] == "序"
