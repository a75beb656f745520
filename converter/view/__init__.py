"""A report as a page to look at and to correct, and a folder of reports as an index over such pages."""

from typing import TYPE_CHECKING

from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.view.page import page
    from converter.view.page_data import page_data

_HOMES = {"page": "converter.view.page", "page_data": "converter.view.page_data"}

__all__ = ["page", "page_data"]

__getattr__ = opened_late(__name__, _HOMES)
