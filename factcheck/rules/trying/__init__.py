"""Rules tried by their author: examples, coverage, why one fires or not, what each costs."""
