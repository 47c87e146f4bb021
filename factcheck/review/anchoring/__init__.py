"""Finding the words of a verdict again: in place, in a new version, by a person's word, or not at all."""
