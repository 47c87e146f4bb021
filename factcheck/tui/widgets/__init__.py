"""Widgets show and send messages; what they show is decided in ``review`` and ``tui.layout``."""
