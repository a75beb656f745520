"""The ranks of the families of nodes: which stands above which (docs/conventions.md §2); the smaller stands above."""

from __future__ import annotations

from typing import Final


class Rank:
    """One number a family. Families without a row stand below whatever introduced them (:data:`FLOATING`)."""

    PART: Final = 0.0  #: 第一部分
    VOLUME: Final = 1.0  #: 第一篇
    BOOK: Final = 2.0  #: 第一编
    CHAPTER: Final = 3.0  #: 第一章
    SECTION: Final = 4.0  #: 第一节
    MARKDOWN: Final = 5.0  #: `#` in a text where no `#` has a marker behind it; each further `#` one STEP below
    ARTICLE: Final = 8.0  #: 第一条
    HEADING: Final = 9.0  #: an unnumbered heading that stands as a chapter: 2023年工作回顾
    CJK: Final = 10.0  #: 一、
    CJK_PAREN: Final = 20.0  #: （一）
    ARABIC: Final = 30.0  #: 1.
    DECIMAL: Final = 32.0  #: 2.1
    DECIMAL_BELOW: Final = 34.0  #: 2.1.1
    ARABIC_PAREN: Final = 40.0  #: （1）
    CIRCLED: Final = 45.0  #: ①
    FLOATING: Final = 100.0  #: what stands below whatever introduced it, one further down for each open node

    #: A family that has no place of its own among the others stands half a rank below the one that holds it.
    BELOW: Final = 0.5
    #: The smallest difference of two ranks: from one number of `#` to the next.
    STEP: Final = 0.1
