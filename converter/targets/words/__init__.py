"""Words that several parts of this room know: the lexicon's tables, verbs, openers, joints, predicates."""
