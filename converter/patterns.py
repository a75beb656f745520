"""Regular expressions that few documents need, compiled when the first one does.

Compiling is the dearest part of starting the command; half of the patterns an ordinary report never meets. What every
report meets is better compiled at once, with ``re.compile``.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, Generic, cast


def late(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern like that of ``re.compile``, compiled when it is first asked for anything.

    A mistake in ``source`` shows no sooner; a test compiles all of them.
    """
    return cast("re.Pattern[AnyStr]", _Late(source, flags))


class _Late(Generic[AnyStr]):
    """Stands for a pattern; a method of it that was asked for once is an attribute from then on."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._source: AnyStr = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # copying and pickling ask for such names before there is a source
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found
