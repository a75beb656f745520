"""Long runs that look for crashes; each is repeated exactly by its seed."""
