"""What two claims about one fact are to each other, and which of them speak for the others."""
