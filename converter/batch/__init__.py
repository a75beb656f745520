"""Many documents at once: sources, a pool of processes or a Ray cluster, and targets that appear whole.

:func:`run` is the whole way; :func:`converter.batch.arrow.convert_batch` is the kernel for other engines.
"""

from converter.batch.documents import Document, Failure, Limits, Outcome, Recipe, Stopped
from converter.batch.running import Job, Summary, run

__all__ = ["Document", "Failure", "Job", "Limits", "Outcome", "Recipe", "Stopped", "Summary", "run"]
