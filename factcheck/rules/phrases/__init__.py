"""The phrase language: its tree, the words and built-ins it is made of, the expression it becomes."""
