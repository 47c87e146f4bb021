"""From claims to profiles: read with the lexicon, weighed."""
