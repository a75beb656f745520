"""Where a report plans: time orientation, joined passages, sentences and clauses."""
