"""Which role a quantity has in its clause: promised, or only describing."""
