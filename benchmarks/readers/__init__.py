"""How far the two readers of PDF agree: ``python -m benchmarks.readers``."""
