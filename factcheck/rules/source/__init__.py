"""Rule files as text: YAML read with the place of every node, with limits, mended around an error."""
