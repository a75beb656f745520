"""The least version of each direct dependency that ``pyproject.toml`` declares, as constraints for pip.

``make test-lowest`` installs them in an environment of their own and runs the tests there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: The extras whose tests run with the least versions; Ray is for clusters, and dev holds the tools of this project.
EXTRAS = ("batch", "parquet", "pdf", "service")
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[a-z,]+\])?>=(?P<version>[\d.]+)")


def pins() -> Iterator[str]:
    """``lxml==5.2`` for ``lxml>=5.2``, each package once."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    requirements = list(project["dependencies"])
    for extra in EXTRAS:
        requirements += project["optional-dependencies"].get(extra, [])
    for requirement in sorted(set(requirements)):
        found = _REQUIREMENT.fullmatch(requirement)
        if found is None:
            raise ValueError(f"{requirement}: a direct dependency says from which version on it works, NAME>=VERSION")
        yield f"{found['name']}=={found['version']}"


if __name__ == "__main__":
    print("\n".join(pins()))
