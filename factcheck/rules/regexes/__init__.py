"""Regular expressions read as trees: refused where dangerous, relaxed for the gate, cut for explaining."""
