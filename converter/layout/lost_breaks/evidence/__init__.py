"""Where line breaks were lost, told by evidence that was learned from sound texts: named features, integer weights."""
