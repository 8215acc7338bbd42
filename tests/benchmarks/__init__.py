"""Figures, printed and never asserted: how fast Reader is, beside the floor under it. `python -m benchmarks`."""
