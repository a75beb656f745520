"""How the Chinese catalogue is kept: not part of the package."""
