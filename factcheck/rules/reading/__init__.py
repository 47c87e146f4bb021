"""From placed nodes to rules: the one table of what a file may say, and what reads by it."""
