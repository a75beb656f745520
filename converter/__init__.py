"""gongwen: structured documents out of Chinese government reports, and a validator for them."""

from converter.model import *  # noqa: F403
from converter.pipeline import parse
from converter.source import RestoreError, restore
from converter.version import __version__

__all__ = ["RestoreError", "__version__", "parse", "restore"]
