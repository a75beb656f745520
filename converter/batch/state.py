"""The folder of state that a run keeps in or beside its target."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class State:
    """The folder, and what stands in it."""

    TREE_FOLDER: ClassVar[str] = ".gongwen-batch"

    folder: Path

    @classmethod
    def of_tree(cls, target: Path) -> State:
        """Inside the tree, so that results are moved within one file system."""
        return cls(target / cls.TREE_FOLDER)

    @classmethod
    def of_file(cls, target: Path) -> State:
        """Beside the file, for the same reason."""
        return cls(target.parent / f".{target.name}{cls.TREE_FOLDER}")

    @property
    def journal(self) -> Path:
        """What is finished."""
        return self.folder / "journal.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the run."""
        return self.folder / "lock"

    @property
    def workers_lock(self) -> Path:
        """Held by every worker that writes."""
        return self.folder / "workers"

    @property
    def temporary(self) -> Path:
        """Files that are being written."""
        return self.folder / "temporary"

    @property
    def parts(self) -> Path:
        """Finished blocks of a single file."""
        return self.folder / "parts"

    @property
    def joined(self) -> Path:
        """The single file before it takes its name."""
        return self.folder / "joined"

    def clear_temporary(self) -> None:
        """Remove what a killed run left half written."""
        shutil.rmtree(self.temporary, ignore_errors=True)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
