"""Rules at work on sentences: a cheap gate, then the captures."""
