"""What is named: the indicator, its code, and the names that share a number."""
