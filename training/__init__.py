"""How the weights of the evidence for lost line breaks are learned; no part of the package."""
