"""Everything that a worker needs, loaded and compiled by importing this; the pool's server process does so once."""

from converter.batch.conversion import convert
from converter.batch.documents import Document, Recipe

#: A report of two lines takes the whole way: the adapters, schemas and tables are made on first use.
_SAMPLE = "政府工作报告\n\n各位代表：\n\n一、工作目标\n\n新建道路3公里。\n".encode()

for _syntax in ("json", "xml"):
    convert(Recipe(syntax=_syntax), Document(0, "sample.txt", data=_SAMPLE))
