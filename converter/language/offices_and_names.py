"""Who speaks: the offices that an author's line names, and what may be a person's name."""

from __future__ import annotations

from converter.language.normal_form import compact, unspaced
from converter.patterns import late

# Offices that end an author's position: `国务院总理`, `沁水县人民政府县长`, `代市长`, `行署专员`.
OFFICE = (
    "总理|主席|总书记|省长|市长|县长|区长|旗长|州长|盟长|镇长|乡长|村长|专员|书记|主任|部长|厅长|局长|院长|行长|署长|司长|处长"
    "|检察长|委员长|秘书长|会长|校长|组长|理事长|董事长|司令员|政委"
)

#: The last characters of the offices, for a cheap look.
OFFICE_ENDS = "".join(dict.fromkeys(office[-1] for office in OFFICE.split("|")))

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

_AUTHOR = late(rf"(?:(?:报告人|作者|发言人|讲话人):)?([^。:!?,《》“”]{{0,36}}(?:{OFFICE}))({_NAME})")
# `林远舟（青禾县人民政府县长）`
_NAME_AND_OFFICE = late(rf"([一-鿿·•]{{2,12}})\(([^()。]{{0,36}}(?:{OFFICE}))\)")
# `县长：林远舟`
_OFFICE_AND_NAME = late(rf"([^。:!?,《》“”\d]{{0,36}}(?:{OFFICE})):({_NAME})")
# `——县长 林远舟`, `（县长 林远舟）`
_AROUND = late(r"\s*(?:[—－–―─-]{1,4}\s*([^—－–―─-].*)|[（(]([^（()）]*)[）)])\s*")
_OFFICE_ALONE = late(rf"[^。:!?,《》“”\d]{{0,36}}(?:{OFFICE})")
_NAME_CHUNKS = 2  # a name of two characters is printed with a blank between: `林 舟`
_LONGEST_LINE = 220


def author_parts(text: str) -> tuple[str, str] | None:
    """Position and name of an author's line, without white space: `市长　黄 江` → ``("市长", "黄江")``, or ``None``."""
    if len(text) > _LONGEST_LINE:
        return None
    if (around := _AROUND.fullmatch(text)) is not None:
        text = around[1] or around[2]
    line = compact(text)
    if not any(end in line for end in OFFICE_ENDS):
        return None
    if (labelled := _OFFICE_AND_NAME.fullmatch(line)) is not None and is_name(labelled[2]):
        return labelled[1], labelled[2]
    if (named := _name_first(text)) is not None:
        return named
    match = _AUTHOR.fullmatch(line)
    if match is None:
        return None
    position, name = match[1], unspaced(text)[match.start(2) : match.end(2)]  # a name stays as printed
    apart = len(text.split()) > 1
    return (position, name) if apart or is_name(name) else None


def _name_first(text: str) -> tuple[str, str] | None:
    """Position and name of `林远舟　青禾县县长`, `林 舟 省长`, `林远舟（青禾县县长）`; ``None`` for other lines."""
    if (bracketed := _NAME_AND_OFFICE.fullmatch(compact(text))) is not None and is_name(bracketed[1]):
        return bracketed[2], bracketed[1]
    chunks = text.split()
    for count in range(1, min(len(chunks), _NAME_CHUNKS + 1)):
        name, position = "".join(chunks[:count]), compact("".join(chunks[count:]))
        if _OFFICE_ALONE.fullmatch(position) and is_name(name) and not _OFFICE_ALONE.fullmatch(compact(name)):
            return position, name
    return None


def is_name(text: str) -> bool:
    """Whether a line may be a person's name standing alone: `李某某`, `欧阳明`, `买买提·艾力`."""
    name = compact(text[:40])
    if not _WHOLE_NAME.fullmatch(name):
        return False
    return name[0] in _FAMILY or "·" in name or not ("一" <= name[0] <= "鿿")
