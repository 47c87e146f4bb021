"""Figures, each printed with its target. ``python -m benchmarks`` runs them all."""
