"""One statement held against a text or articles: what it is about, then whether it is told otherwise."""
