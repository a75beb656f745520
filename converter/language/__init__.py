"""The ground floor: what several rooms know about the language of reports, each thing once. No document, no I/O."""
