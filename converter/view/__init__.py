"""A report as a page to look at and to correct, and a folder of reports as an index over such pages."""

from typing import TYPE_CHECKING

from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.view.report_data import page_data
    from converter.view.report_page import page

_HOMES = {"page": "converter.view.report_page", "page_data": "converter.view.report_data"}

__all__ = ["page", "page_data"]

__getattr__ = opened_late(__name__, _HOMES)
