"""From claims to profiles: cut into clauses, read with the lexicon, weighed."""
