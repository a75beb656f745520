"""What is stated: quantities and their units, relations, ranks, multiples, ratios."""
