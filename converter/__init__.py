"""gongwen: structured documents out of Chinese government reports, and a validator for them.

The names are imported when they are first used, so that ``import converter`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.rooms import opened_late
from converter.version import __version__

if TYPE_CHECKING:
    from converter.exports.markdown import to_markdown as to_markdown
    from converter.formats import from_json as from_json
    from converter.formats import from_xml as from_xml
    from converter.formats import to_json as to_json
    from converter.formats import to_xml as to_xml
    from converter.formats.frames import targets_frame as targets_frame
    from converter.model import Diagnostic as Diagnostic
    from converter.model import Edition as Edition
    from converter.model import Meta as Meta
    from converter.model import Paragraph as Paragraph
    from converter.model import Report as Report
    from converter.model import Result as Result
    from converter.model import Section as Section
    from converter.model import Source as Source
    from converter.model import Target as Target
    from converter.model.errors import FormatError as FormatError
    from converter.model.errors import GongwenError as GongwenError
    from converter.model.errors import ReaderError as ReaderError
    from converter.model.errors import RestoreError as RestoreError
    from converter.model.errors import SourceError as SourceError
    from converter.opening import read as read
    from converter.pipeline import parse as parse
    from converter.source import restore as restore
    from converter.validation import Finding as Finding
    from converter.validation import validate as validate

#: The public API, and the room each name lives in.
_HOMES = {
    "Diagnostic": "converter.model",
    "Edition": "converter.model",
    "Finding": "converter.validation",
    "FormatError": "converter.model.errors",
    "GongwenError": "converter.model.errors",
    "Meta": "converter.model",
    "Paragraph": "converter.model",
    "Report": "converter.model",
    "ReaderError": "converter.model.errors",
    "RestoreError": "converter.model.errors",
    "Result": "converter.model",
    "Section": "converter.model",
    "Source": "converter.model",
    "SourceError": "converter.model.errors",
    "Target": "converter.model",
    "from_json": "converter.formats",
    "from_xml": "converter.formats",
    "parse": "converter.pipeline",
    "read": "converter.opening",
    "restore": "converter.source",
    "targets_frame": "converter.formats.frames",
    "to_json": "converter.formats",
    "to_markdown": "converter.exports.markdown",
    "to_xml": "converter.formats",
    "validate": "converter.validation",
}

__all__ = ["__version__", *_HOMES]


if not TYPE_CHECKING:  # a type checker that saw it would take every name for one of ours
    __getattr__ = opened_late(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
