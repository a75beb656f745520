"""Fixed pages (PDF, OFD): from pieces of text at their places to lines, paragraphs and one projected text."""
