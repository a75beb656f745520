"""The command ``gongwen``: a thin shell over the public API. One module a command; no domain logic."""
