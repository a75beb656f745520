"""Raw texts as reports are written, with everything that comes between: page numbers, paid markers, broken lines."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

SENTENCES = (
    "全县地区生产总值增长8.5%左右，规上工业增加值增长9.5%。",
    "全年接待游客突破600万人次，旅游总收入达到25亿元以上。",
    "一年来，我们坚持稳字当头、稳中求进，较好完成了年度任务。",
    "突出抓好青禾江两岸生态修复，完成人工造林2000亩。",
    "一是加快园区建设，力争开工项目6个。二是优化营商环境，办理时限压减三成。三是做强特色产业。",
    "要坚持“一要抓早、二要抓小”的方法，做到心中有数。",
    "首先，要统一思想。其次，要压实责任。最后，要狠抓落实。",
    "工作中坚持：（1）规划先行；（2）项目为王；（3）久久为功。",
    "①新建农村公路42公里；②改造危桥5座。",
    "**同志在调研**一中时指出，要办好人民满意的教育。",
    "**加快补齐短板**，新建幼儿园3所，学位突破X个。",
    "2022年是极不平凡的一年。",
    "1.5亿元专项债券全部落地。",
    "居民消费价格涨幅控制在3%以内，单位生产总值能耗下降3%左右",
    "重点做好以下工作：",
    "这是&<\"'>]]>的一句。",
)

_TITLES = (
    "政府工作报告",
    "青禾县2024年政府工作报告",
    "在中共云岭市委五届六次全会上的讲话",
    "青禾县国民经济和社会发展第十四个五年规划纲要",
)

_FRONT = (
    "——2024年2月21日在青禾县第十七届人民代表大会第四次会议上",
    "（2024年2月21日在云岭市第五届人民代表大会第三次会议上）",
    "青禾县人民政府县长 林知远",
    "2024年2月21日",
    "各位代表：",
    "同志们：",
)

HEADINGS = (
    "2023年工作回顾",
    "一、2023年工作回顾",
    "二 、2024年工作安排",
    "一.总体要求",
    "第一部分 过去五年的工作",
    "第二篇　主要任务",
    "第三章 产业振兴",
    "第一节 做强农业",
    "工作保障措施",
    "（一）全力以赴抓项目",
    "(二)加快产业转型。聚焦主导产业，新增规上企业12户。",
    "㈢改善民生",
    "1.建设高标准农田。完成3万亩以上。",
    "2．修复河道",
    "3、发展旅游",
    "（1）完善规划",
    "2）狠抓落实",
    "一要深化山的引领。突出云岭山品牌，打造3A级景区2个。",
    "二要用好水的资源。",
    "——综合实力明显增强。地区生产总值突破70亿元。",
    "—民生福祉持续改善",
    "●夯实农业基础。",
    "第一，坚持稳字当头。",
    "其二，产业基础薄弱。",
    "优化提升煤炭产业。着力稳产保供，原煤产量稳定在300万吨。",
    "做大做强文旅产业。着力融合发展，建成民宿50家。",
    "交好一本总账：就是要把家底摸清。",
    "## 2024年重点工作",
    "**一是坚持政治引领**。旗帜鲜明讲政治。",
)

_CLOSING = ("各位代表，蓝图已经绘就，让我们携手奋进！", "同志们，让我们撸起袖子加油干！", "谢谢大家！")
_BACK = ("大会秘书处", "2024年2月20日印", "名词解释", "1.“双减”：减轻作业负担和培训负担。", "共印500份")

_PAID = ("##paidbegin##", "##paidend##", "$$paidbegin$$", "$$paidend$$", "<paid>", "</paid>", "##PaidBegin##", "<PAID>")
_FURNITURE = (
    "— 3 —",
    "-12-",
    "第3页 共20页",
    "##pagebreak##",
    "（下转第3版）",
    "\x0c",
    "\x00",
    "&nbsp;",
    "请替换付费标签内内容",
)
_INDENTS = ("", "　　", "\u00a0\u00a0", "\t", "  ")
_ENDS = ("\n", "\r\n", "\r", "\n\n", "\n\n\n", "\u2028", "\u0085", "")


@cache
def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of one to three sentences, some that start a node, some made of any characters."""
    return st.one_of(
        st.sampled_from(HEADINGS),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join),
        st.builds(str.__add__, st.sampled_from(HEADINGS), st.sampled_from(SENTENCES)),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    )


@st.composite
def report_texts(draw: st.DrawFn, max_paragraphs: int = 10) -> str:
    """Texts like reports: front, outline, closing, back, in any state of repair.

    Page furniture and platform markers stand anywhere, also inside sentences; markers may be unbalanced. No surrogates.
    """
    lines = draw(st.lists(st.sampled_from((*_TITLES, *_FRONT)), max_size=3))
    lines += draw(st.lists(paragraphs(), max_size=max_paragraphs))
    lines += draw(st.lists(st.sampled_from((*_CLOSING, *_BACK)), max_size=2))
    end, indent = draw(st.sampled_from(_ENDS)), draw(st.sampled_from(_INDENTS))
    text = "".join(indent + line + end for line in lines)
    for stray in draw(st.lists(st.sampled_from((*_PAID, *_FURNITURE, "\n", "\n\n", "**")), max_size=5)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + stray + text[at:]
    return text


#: A sign beside a marker may belong to it or not, ``###paidbegin##``, so the texts hold no other.
_NO_SIGNS = str.maketrans("", "", "#$<")


@st.composite
def paid_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text with paid markers put in anywhere, and the same text without them."""
    plain = draw(report_texts(max_paragraphs=6))
    for marker in (*_PAID, "##pagebreak##"):
        plain = _without(plain, marker)
    plain = plain.translate(_NO_SIGNS)
    marked = plain
    for at in sorted(draw(st.lists(st.integers(0, len(plain)), max_size=5)), reverse=True):
        marked = marked[:at] + draw(st.sampled_from(_PAID)) + marked[at:]
    return marked, plain


def _without(text: str, marker: str) -> str:
    """``text`` without ``marker``, also where taking one out would make another."""
    while marker.lower() in text.lower():
        at = text.lower().index(marker.lower())
        text = text[:at] + text[at + len(marker) :]
    return text
