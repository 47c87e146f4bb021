"""``python -m factcheck`` is the command line."""

from factcheck.cli import main

main()
