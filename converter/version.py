"""The version of the distribution and of the published model, read by the build and by every report."""

__version__ = "0.1.0"

#: Version of the published model that this release writes; a reader of 1.0 accepts every 1.x.
SCHEMA_VERSION = "1.0"
