"""The diagnostics of the readers: what the projected text leaves out, and what a format left open."""

from __future__ import annotations

from converter.model import Diagnostic, Omitted, Span
from converter.model.diagnostics import DiagnosticKind

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "content_omitted",
        "info",
        "Something the file holds beside its text is not in the text; source.omitted counts it.",
        "3 comments of a .docx, its headers and footers, revisions that were deleted",
        "Nothing, unless the text should hold it; the original file has it.",
    ),
    DiagnosticKind(
        "pictures_omitted",
        "warning",
        "The file holds pictures, which may show text; characters are not recognised here.",
        "a seal, a scanned page, a chart",
        "Look at the original file, and see that no page of it is a picture of text.",
    ),
    DiagnosticKind(
        "page_undecodable",
        "warning",
        "Characters of a web page could not be read; each stands as U+FFFD.",
        "a page in GB18030 that was cut in the middle of a character",
        "Save the page again from the browser.",
    ),
    DiagnosticKind(
        "pages_without_text",
        "warning",
        "Pages hold no text but pictures; characters are not recognised here.",
        "a scanned page among printed ones",
        "Have the characters of these pages recognised by another program, and convert the result.",
    ),
    DiagnosticKind(
        "pages_broken",
        "warning",
        "Pages of the file could not be read.",
        "a page whose content is cut",
        "Open the original file and print it anew as PDF.",
    ),
    DiagnosticKind(
        "text_layer_doubtful",
        "warning",
        "The characters behind the pages can hardly be those that the pages show.",
        "a PDF whose fonts do not say which character a sign stands for",
        "Compare the text with the original file; have its characters recognised by another program.",
    ),
)
_KINDS = {kind.code: kind for kind in DIAGNOSTICS}

#: What a reader may leave out: the words of ``source.omitted``, and what one and several are called.
OMITTED: dict[str, tuple[str, str]] = {
    "comments": ("comment", "comments"),
    "deleted_revisions": ("deleted revision", "deleted revisions"),
    "headers_footers": ("header or footer", "headers and footers"),
    "pictures": ("picture", "pictures"),
    "hidden_text": ("stretch of hidden text", "stretches of hidden text"),
    "text_boxes": ("text box", "text boxes"),
    "embedded_objects": ("embedded object", "embedded objects"),
    "annotations": ("annotation", "annotations"),
    "turned_text": ("character of turned text", "characters of turned text"),
    "macros": ("project of macros", "projects of macros"),
    "page_parts": ("part of the page outside its article", "parts of the page outside its article"),
    "scripts": ("script", "scripts"),
}


def noted(code: str, more: str = "", span: Span | None = None) -> Diagnostic:
    """The diagnostic ``code``, with what was found in a sentence of its own."""
    kind = _KINDS[code]
    return Diagnostic(code, kind.severity, f"{kind.meaning} {more}".strip(), span)


def omission(omitted: Omitted) -> Diagnostic:
    """What a count of content left out means to the person who reads the report."""
    one, several = OMITTED[omitted.kind]
    found = f"Left out: {omitted.count} {one if omitted.count == 1 else several}."
    return noted("pictures_omitted" if omitted.kind == "pictures" else "content_omitted", found)
