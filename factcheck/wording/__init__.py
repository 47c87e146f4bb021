"""How verdicts, relations, places and values are written, wherever a person reads them."""
