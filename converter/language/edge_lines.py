"""What the lines at the edges of a document look like: salutation, date, occasion, author, remains of a web page.

Every pattern reads the compact form of a line (:func:`compact`), which is short; none can backtrack beyond it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from converter.patterns import late

LineKind = Literal[
    "salutation", "addressee", "date", "printing", "dateline", "newspaper", "origin", "remains", "remark", "caption",
    "number", "author", "position", "occasion", "title", "contents",
]  # fmt: skip

# Wide digits and brackets, and the traditional forms of the characters the patterns name, beside what they are read as:
# `第一屆全國人民代表大會（１９５４年）` reads like `第一届全国人民代表大会(1954年)`.
_READ_AS = dict(
    zip(
        "０１２３４５６７８９（）：！，；．－／○Ｏ國會議屆報總關務員長縣區鄉鎮為計劃講話導職開閉錄點號時間則辦規綱決發書記們誌聽",
        "0123456789():!,;.-/〇〇国会议届报总关务员长县区乡镇为计划讲话导职开闭录点号时间则办规纲决发书记们志听",
        strict=True,
    )
)
_PRINTED = frozenset(_READ_AS)

# `2023年2月21日`, `二〇二三年二月二十日`, `2023年2月`, `2007-03-02`, `2023.2.21`
DATE = (
    r"(?:\d{4}|[〇零0一二三四五六七八九]{4})"
    r"(?:年(?:[\d〇零一二三四五六七八九十]{1,3}月(?:[\d〇零一二三四五六七八九十]{1,3}日)?)?|[-./]\d{1,2}[-./]\d{1,2})"
)

# Offices that end an author's position: `国务院总理`, `沁水县人民政府县长`, `代市长`, `行署专员`.
OFFICE = (
    "总理|主席|总书记|省长|市长|县长|区长|旗长|州长|盟长|镇长|乡长|村长|专员|书记|主任|部长|厅长|局长|院长|行长|署长|司长|处长"
    "|检察长|委员长|秘书长|会长|校长|组长|理事长|董事长|司令员|政委"
)

# What a title ends with: `政府工作报告`, `…总结大会上的讲话`, `…第十个五年计划纲要`.
_TITLES = (
    "报告|讲话|发言|致辞|演讲|说明|公报|规划|纲要|计划|方案|意见|通知|决定|决议|公告|通告|通报|办法|条例|要点|批复"
    "|白皮书"
)


def _ends(words: str) -> str:
    """The last characters of the alternatives ``words``."""
    return "".join(dict.fromkeys(word[-1] for word in words.split("|")))


_OFFICE_ENDS = _ends(OFFICE)

# A name as printed: two to four characters (`杜明合`, `黄江`), one with a middle dot (`买买提·艾力`), or what redaction
# left of it (`**`, `张某某`, `XXX`).
_NAME = r"[一-鿿]{1,8}[·•][一-鿿·•]{1,12}|[一-鿿]{0,2}[*＊×xX某□]{1,3}|[一-鿿]{2,4}"
_WHOLE_NAME = late(_NAME)

# First characters of common family names: a line of two to four characters is a name only with one of them.
_FAMILY = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路"
    "岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕佟言晏苟连窦娄闫骆习栗荆敖宗娜扎布旦朴农蒙那仁巴拉格阿次洛桑尼玛多旺普平措达瓦上诸皇令慕端"
)

_WHOM = (
    "(?:代表|委员|同志|同事|主任|领导|来宾|嘉宾|朋友|专家|学者|院士|企业家"
    "|常委|党员|老师|同学|女士|先生|使节|团长|理事|乡亲|战友)"
)
_GROUP = (
    "(?:同志们|女士们|先生们|朋友们|来宾们|同胞们|同学们|乡亲们|代表们|委员们"
    rf"|(?:尊敬的)?各位{_WHOM}(?:们)?(?:[、和]{_WHOM}){{0,4}})"
)
# `各位代表：`, `同志们！`, `女士们，先生们，同志们：`, `尊敬的国王陛下，各位同事：`, `各位主任、委员：`
SALUTATION = rf"(?:尊敬的[^。:!?]{{1,16}},)?{_GROUP}(?:[,、]{_GROUP}){{0,6}}[:!]"


class LinePattern(NamedTuple):
    """A kind of line and the pattern that covers such a line, compact, from its first to its last character.

    Such a line begins with one of the characters ``first``, ends in one of ``last`` and has one of ``holds``, where
    these are not empty: so a cheap look spares most lines most patterns.
    """

    kind: LineKind
    pattern: re.Pattern[str]
    first: str
    last: str
    holds: str


def _line(kind: LineKind, *patterns: str, first: str = "", last: str = "", holds: str = "") -> LinePattern:
    return LinePattern(kind, late("|".join(patterns)), first, last, holds)


# In the order they are tried: the first pattern that covers the line wins.
_LINES = (
    _line("salutation", SALUTATION, last=":!"),
    # with its first characters lost: `位代表：`
    _line("salutation", r"位?代表[:!]", last=":!"),
    # Whom a circular or a report is sent to: `各市、县人民政府，省有关单位：`, `全国人民代表大会常务委员会：`
    _line(
        "addressee",
        r"[^。;:!?]{0,200}?(?:单位|部门|机构|人民政府|委员会|办公室|企业|高校|厅局|办事处|管委会|行署|大会|党委)"
        r"(?:\([^()]{0,20}\))?:",
        last=":",
    ),
    # `（2022年10月16日）`, `时间：2007-03-02`, `（2020年11月21日，北京）`
    _line(
        "date",
        rf"[(]?(?:.{{0,4}}(?:时间|日期):)?{DATE}(?:\d\d?:\d\d(?::\d\d)?)?(?:,.{{1,10}})?[)]?",
        holds="年-./",
    ),
    # `二〇二三年二月二十日印`, `2023年2月20日印发`
    _line("printing", rf"[(]?{DATE}(?:印发?|印制|印刷)[)]?", last="印发制刷)", holds="印"),
    # `新华社北京10月27日电`, `（新华社一九七五年一月二十日讯）`
    _line("dateline", r"[(]?(?:新华社|中新社|人民网|本报)[^。]{1,24}[电讯][)]?", first="(新中人本", last="电讯)"),
    # `青禾日报/2001年/02月/20日/第A01版/`, `《人民日报》（2020年02月24日02版）`
    _line(
        "newspaper",
        r"[(]?《?.{2,8}?(?:日报|晚报|时报|公报)》?[/(]?\d{4}[^。]{0,24}(?:版/?|期)[)]?",
        last="版/期)",
        holds="报",
    ),
    # `来源：青禾县人民政府网`, `信息来源：市政府研究室`
    _line("origin", r"[(]?(?:信息|文章|稿件)?来源:[^。]{1,40}?[)]?", first="(信文稿来", holds="源"),
    # `责任编辑：张三`, `分类号:BH66`, `【引证码】CLI.12.3456`, `扫一扫在手机打开当前页`, `打印 关闭 分享到：`
    _line(
        "remains",
        r"(?:责任编辑|编辑|责编|校对|审核|字体|字号|浏览次数|浏览量|点击数|阅读次数|原文链接|网址|分类号|索引号|备案号|网站标识码|版权所有|主办单位):.*",
        r"【[^】]{1,12}】.*|https?://.*|扫一扫.*|打印.{0,8}(?:关闭|分享).*|作者:",
        # `发布时间：2023-02-25 来源：县政府办 浏览次数：123`, `当前位置：首页 > 政务公开 > 政府工作报告`
        r"(?:发布|更新)?(?:时间|日期):.{4,20}(?:来源|浏览|作者|字体|点击|编辑|文章).*|(?:您?(?:的)?当前位置|首页).*",
        r"网站地图.*|回到顶部|返回顶部|上一篇.*|下一篇.*",
        first="责编校审字浏点阅原网分索备版主【h扫打作发更时日您的当首回返上下",
    ),
    # `晋ICP备12345678号`
    _line("remains", r".{0,40}(?:公网安备|ICP备).*", holds="备"),
    # `（根据录音整理，未经本人审阅）`, `（讨论稿）`, `（名词解释附后）`
    _line(
        "remark",
        r"[(][^()。]{0,24}(?:整理|审阅|节选|摘要|全文|摘登|草案|讨论稿|送审稿|征求意见稿|审议稿|二维码|另发|附后)[^()。]{0,12}[)]",
        first="(",
        last=")",
    ),
    # `10月18日，…在大会上作报告。新华社记者 张三 摄`
    _line("caption", r".{0,100}记者.{2,12}摄[)]?", last="摄)", holds="摄"),
    # `（青政办〔2022〕6号）`, `国发〔2021〕7号`
    # `青禾县第十七届人民代表大会第四次会议文件（二）`
    _line(
        "number",
        r".{4,60}(?:会议|大会)(?:文件|材料)(?:之?[(]?[一二三四五六七八九十\d]{1,3}[)]?)?",
        holds="件料",
    ),
    _line("number", r"[(]?[一-鿿]{1,12}[〔\[【(]\d{4}[〕\]】)]\d{1,4}号[)]?", last="号)", holds="号"),
    # `报告人：市长 张三`; an office and a name are read by :func:`author_parts`
    _line("author", r"(?:报告人|作者|发言人|讲话人):.{2,30}", first="报作发讲", holds=":"),
    # `国务院总理` on a line of its own, the name on the next one
    _line("position", rf"[^。:!?,《》“”\d]{{0,30}}(?:{OFFICE})", last=_OFFICE_ENDS),
    # `——2012年1月14日在青禾县第五届人民代表大会第二次会议上`, `——在县委全会上的讲话`
    _line("occasion", r"(?:—|-|－|–|―|─){1,8}[^。]{2,120}", first="—-－–―─"),
    # `（2023年2月21日在…会议上）`, `（…第四次会议通过）`
    _line(
        "occasion",
        rf"[(](?:{DATE})?[^。()]{{0,80}}(?:会议|大会|全会|代表会)[^。()]{{0,16}}[)]?",
        rf"[(]{DATE}在[^。()]{{2,80}}[)]?",
        first="(",
    ),
    # `2022年10月28日在…会议上`, `人民代表大会第二次会议上`
    _line("occasion", rf"(?:{DATE})?在?[^。()]{{0,80}}(?:会议|会|论坛)上[)]?", last="上)", holds="上"),
    # `政府工作报告`, `…总结大会上的讲话`, `…第十个五年计划纲要`, `政府工作报告（文字实录）`, `关于印发…实施意见的通知`
    _line("title", rf"[^。!?]{{0,120}}(?:{_TITLES})(?:[(][^()]{{1,20}}[)]|·)?", last=f"{_ends(_TITLES)})·"),
    _line("contents", r"目录.{0,6}", first="目"),
)

_MARKED = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}(?:部分|[篇编章节条])|[一二三四五六七八九十]{1,3}[、.,]"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[●•◆■★▲①②③#]"
)
_AUTHOR = late(rf"(?:(?:报告人|作者|发言人|讲话人):)?([^。:!?,《》“”]{{0,36}}(?:{OFFICE}))({_NAME})")

_LONGEST_LINE = 220
_LONGEST_TITLE_WITH_COMMA = 60


def narrow(text: str) -> str:
    """The text in narrow digits and brackets and simplified characters, each character in its place."""
    # The shorter of the two is walked, text or table; one call of str.translate is slower than either.
    for printed in _PRINTED.intersection(text) if len(text) < len(_PRINTED) else _PRINTED:
        text = text.replace(printed, _READ_AS[printed])
    return text


def unspaced(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


@lru_cache(maxsize=512)
def compact(text: str) -> str:
    """The text without white space, in narrow digits, narrow brackets and simplified characters.

    A line of the edge is asked about several times, so the last ones are kept.
    """
    return narrow(unspaced(text))


def line_kind(text: str) -> LineKind | None:
    """The kind of the line ``text`` by the first pattern that covers all of it, or ``None``."""
    return _kind_of(text) if len(text) <= 2 * _LONGEST_LINE else None


@lru_cache(maxsize=128)
def _kind_of(text: str) -> LineKind | None:
    line = compact(text)
    if not line or len(line) > _LONGEST_LINE:
        return None
    if author_parts(text) is not None:
        return "author"
    kind = _first_covering(line)
    return None if kind == "title" and _is_no_title(line) else kind


def _first_covering(line: str) -> LineKind | None:
    """The kind of the first pattern that covers the whole compact ``line``."""
    begins, ends = line[0], line[-1]
    for kind, pattern, first, last, holds in _LINES:
        if (
            (not first or begins in first)
            and (not last or ends in last)
            and (not holds or any(character in line for character in holds))
            and pattern.fullmatch(line)
        ):
            return kind
    return None


def _is_no_title(line: str) -> bool:
    """Whether a line that ends like a title is a numbered heading or a long clause."""
    return _MARKED.match(line) is not None or ("," in line and len(line) > _LONGEST_TITLE_WITH_COMMA)


def author_parts(text: str) -> tuple[str, str] | None:
    """Position and name of an author's line, without white space: `市长　黄 江` → ``("市长", "黄江")``, or ``None``."""
    if len(text) > _LONGEST_LINE:
        return None
    line = compact(text)
    if not any(end in line for end in _OFFICE_ENDS):
        return None
    match = _AUTHOR.fullmatch(line)
    if match is None:
        return None
    position, name = match[1], match[2]
    apart = len(text.split()) > 1
    return (position, name) if apart or is_name(name) else None


def is_marked(text: str) -> bool:
    """Whether a line starts with an outline marker (`一、`, `第一篇`, `（一）`)."""
    return _MARKED.match(compact(text[:24])) is not None


def is_name(text: str) -> bool:
    """Whether a line may be a person's name standing alone: `李某某`, `欧阳明`, `买买提·艾力`."""
    name = compact(text[:40])
    if not _WHOLE_NAME.fullmatch(name):
        return False
    return name[0] in _FAMILY or "·" in name or not ("一" <= name[0] <= "鿿")
