"""How it is bound: measure, period, strength."""
