"""Are two claims about one fact? Candidates, the gates, the score, and the groups they make."""
