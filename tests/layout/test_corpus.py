"""The layout of real documents: blocks are pieces of the source, and no heading of the gold files is cut."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from converter.language.lookalikes import folded
from converter.layout import Layout, read


def _read(path: Path) -> tuple[str, Layout]:
    text = path.read_bytes().decode("utf-8-sig")
    return text, read(text)


def test_blocks_are_pieces_of_the_source_in_order(corpus: list[Path]) -> None:
    for path in corpus:
        if path.suffix != ".txt":
            continue
        text, layout = _read(path)
        position = 0
        for block in layout.blocks:
            segments = block.segments(0, len(block.text))
            assert block.text == folded("".join(text[start:end] for start, end in segments)), path.name
            assert position <= segments[0][0], path.name
            position = segments[-1][1]


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).replace("*", "").split())


def test_every_section_of_the_gold_files_starts_a_block(shared: Path, corpus: list[Path]) -> None:
    paths = {path.stem: path for path in corpus if path.suffix == ".txt"}
    for gold in sorted((shared / "gold").glob("*.outline.tsv")):
        blocks = [_bare(block.text).lstrip("#") for block in _read(paths[gold.name.split(".")[0]])[1].blocks]
        for row in gold.read_text("utf-8").splitlines():
            kind, _, marker, heading, first = row.split("\t") if not row.startswith("#") else ("",) * 5
            if kind == "S":
                started = [block for block in blocks if block.startswith(_bare(marker) + _bare(first))]
                assert started, f"{gold.name}: no block starts with {marker}{first}"
                assert any(_bare(heading) in block for block in started), f"{gold.name}: {heading} is cut"
