"""Pages of web sites around reports: furniture put together by a grammar of such lines, not from a list of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.strategies.raw_texts import HEADINGS, SENTENCES

_PLACES = ("岚山市", "青禾县", "云岭区", "石渠自治县")
_KEEPERS = ("人民政府", "人民政府办公室", "大数据中心", "融媒体中心")
_SITES = ("人民政府门户网站", "政务网", "日报客户端", "新闻网", "信息公开网")
_SECTIONS = ("首页", "政务公开", "政府信息公开", "规划计划", "要闻", "公告公示", "政府工作报告", "正文")
_ARROWS = (" > ", ">", " >> ", " » ", "→")
_STAMPS = ("2026-01-{:02}", "2026/1/{}", "2026年1月{}日", "2026-01-{:02} 08:{:02}", "2026-01-{:02} 10:{:02}:07")
_TIME_LABELS = st.builds(
    str.__add__, st.sampled_from(("发布", "发表", "更新", "成文", "公开")), st.sampled_from(("时间", "日期"))
)
_FROM_LABELS = st.builds(str.__add__, st.sampled_from(("", "信息", "文章", "稿件")), st.just("来源"))
_BY_LABELS = st.builds(str.__add__, st.sampled_from(("责任", "网络", "值班", "")), st.just("编辑")) | st.sampled_from(
    ("审核", "校对", "一审", "摄影", "供稿")
)
_NAMES = ("李禾", "王山", "赵川 周原", "本站")
_BUTTONS = ("打印", "收藏", "分享", "关闭窗口", "打印本页", "下载", "朗读", "纠错", "大", "中", "小", "微信", "微博")
_BUTTON_FRAMES = ("{}", "【{}】", "[{}]", "{} |")

_FRONTS = st.tuples(
    st.sampled_from(("政府工作报告", "2026年岚山市政府工作报告", "岚山市人民政府工作报告")),
    st.sampled_from(
        (
            "——2026年1月20日在岚山市第五届人民代表大会第六次会议上",
            "（2026年1月20日在岚山市第五届人民代表大会第六次会议上）",
            "2026年1月20日在岚山市第五届人民代表大会第六次会议上",
        )
    ),
    st.sampled_from(("岚山市人民政府市长 许宁", "市长　许 宁")),
)
_LAST = "各位代表，让我们携手并肩，为建设现代化新岚山而努力奋斗！"


@st.composite
def _stamps(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(_STAMPS)).format(draw(st.integers(21, 28)), draw(st.integers(10, 59)))


@st.composite
def _organs(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(_PLACES)) + draw(st.sampled_from((*_KEEPERS, *_SITES)))


@st.composite
def _facts(draw: st.DrawFn) -> list[str]:
    """A line of facts about the page, or a label and its value on two lines."""
    label, value = draw(
        st.one_of(
            st.tuples(_TIME_LABELS, _stamps()),
            st.tuples(_FROM_LABELS, _organs()),
            st.tuples(_BY_LABELS, st.sampled_from(_NAMES)),
            st.tuples(st.sampled_from(("浏览次数", "阅读量", "点击数")), st.integers(1, 99_999).map(str)),
        )
    )
    return draw(st.sampled_from([[f"{label}：{value}"], [f"{label}：", value]]))


@st.composite
def _crumbs(draw: st.DrawFn) -> list[str]:
    path = ["首页", *draw(st.lists(st.sampled_from(_SECTIONS), min_size=1, max_size=4))]
    arrow = draw(st.sampled_from(_ARROWS))
    before = draw(st.sampled_from(("", "当前位置：", "您现在的位置：")))
    return [before + arrow.join(path)]


@st.composite
def _buttons(draw: st.DrawFn) -> list[str]:
    frame = draw(st.sampled_from(_BUTTON_FRAMES))
    words = draw(st.lists(st.sampled_from(_BUTTONS), min_size=2, max_size=6))
    line = " ".join(frame.format(word) for word in words)
    return draw(st.sampled_from([[line], words]))


@st.composite
def _page_titles(draw: st.DrawFn, title: str) -> list[str]:
    return draw(st.sampled_from([[], [title], [f"{title}_{draw(_organs())}"], [f"{title} - {draw(_organs())}"]]))


@st.composite
def _feet(draw: st.DrawFn) -> list[str]:
    links = [f"{draw(st.sampled_from(_PLACES))}{word}" for word in ("召开春耕现场会", "两会开幕", "图解报告")]
    return draw(
        st.sampled_from(
            [
                [f"主办：{draw(_organs())}", f"网站标识码：{draw(st.integers(10**9, 10**10 - 1))}"],
                ["扫一扫在手机上看"],
                ["相关链接", *links],
                ["上一篇：无", f"下一篇：{links[0]}"],
                [f"版权所有 © {draw(_organs())}"],
                [f"附件：{draw(st.sampled_from(_PLACES))}政府工作报告.docx"],
            ]
        )
    )


@st.composite
def web_pages(draw: st.DrawFn) -> tuple[str, str]:
    """The text of a page with a report on it, and that of the report alone."""
    title, occasion, author = draw(_FRONTS)
    paragraph = st.sampled_from(HEADINGS) | st.sampled_from(SENTENCES)
    body = ["各位代表：", *draw(st.lists(paragraph, min_size=2, max_size=8)), _LAST]
    head = [line for part in draw(st.lists(st.one_of(_crumbs(), _facts(), _buttons()), max_size=4)) for line in part]
    if head:
        head = [*draw(_page_titles(title)), *head]
    inside = [line for part in draw(st.lists(_facts(), max_size=2)) for line in part]
    after = [line for part in draw(st.lists(st.one_of(_facts(), _buttons()), max_size=2)) for line in part]
    foot = [line for part in draw(st.lists(st.one_of(_feet(), _buttons(), _facts()), max_size=3)) for line in part]
    page = [*head, title, occasion, *inside, author, *after, *body, *foot]
    return "\n".join(page) + "\n", "\n".join([title, occasion, author, *body]) + "\n"
