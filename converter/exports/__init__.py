"""A report in the formats of other systems: one module a format, named in :mod:`converter.exports.registry`."""

from typing import TYPE_CHECKING

from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.exports.registry import EXPORTS, Export, export, export_for, exports_named

__all__ = ["EXPORTS", "Export", "export", "export_for", "exports_named"]

if not TYPE_CHECKING:
    __getattr__ = opened_late(__name__, dict.fromkeys(__all__, "converter.exports.registry"))
