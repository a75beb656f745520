"""Joints: the words that join names (、和及与), less the words they are only a part of (和谐, 普及, 参与)."""

from __future__ import annotations

import re

# Each joint, what makes a longer word of it when that stands before, and a pattern of what does so after it:
# 碳中和示范区, 普及率, 参与率; 和美乡村 but 和 | 美丽河湖, 和谐社区, 及时办结率.
_JOINTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("、", (), ""),
    ("以及", (), ""),
    ("和", ("饱", "缓", "呼", "碳中", "总"), "美(?![丽好食化术])|谐|睦|平(?![安均原方台板])"),
    ("及", ("普", "惠", "涉", "波", "顾", "触", "遍", "埃", "以"), "时|格率|早|其"),
    ("与", ("参", "给", "赋"), ""),
)


def _one(word: str, before: tuple[str, ...], after: str) -> str:
    return word + "".join(f"(?<!{own}{word})" for own in before) + (f"(?!{after})" if after else "")


_ALTERNATIVES = "|".join(_one(*row) for row in _JOINTS)
#: A pattern for a joint between two names; each alternative starts with its literal.
JOINT = f"(?:{_ALTERNATIVES})"
#: The same, compiled.
JOINED = re.compile(JOINT)
#: The first characters of joints: the quick look before a pattern is tried.
JOINT_STARTS = "".join(word[0] for word, _, _ in _JOINTS)


def first_after_joint(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` goes on after the joint or comma that it may start with."""
    match = JOINED.match(text, start, end)
    return match.end() if match else start + 1 if text[start:end].startswith("，") else start


def leading(others: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """What may lead over to a name: joints and any of the characters ``others``; with the characters it starts with."""
    return re.compile(f"(?:{_ALTERNATIVES}|[{others}])+"), frozenset(JOINT_STARTS + others)
