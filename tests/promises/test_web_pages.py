"""What a web page prints around a report changes neither its tree nor its metadata nor its targets."""

from __future__ import annotations

from hypothesis import given

from converter import Report, parse
from converter.model.walk import paragraphs, sections
from tests.strategies.web_pages import web_pages


def _read(report: Report) -> list[object]:
    """All that furniture must not change."""
    nodes = [(s.id, s.kind, s.heading, s.marker and s.marker.text) for s in sections(report)]
    texts = [(p.id, p.role, p.text) for _, p in paragraphs(report)]
    targets = [(t.section, t.indicator, t.comparator, t.value, t.unit, t.period) for t in report.targets]
    return [*nodes, *texts, *targets, report.meta]


@given(web_pages())
def test_a_report_on_a_web_page_is_read_like_the_report_alone(texts: tuple[str, str]) -> None:
    page, alone = map(parse, texts)
    assert _read(page) == _read(alone)
    if texts[0] != texts[1]:
        assert any(diagnostic.code == "web_remains_removed" for diagnostic in page.diagnostics)
