"""Kompass Leerstand: one MyST source becomes website, PDF and Word, and filled forms come back.

The map of the packages and the direction in which they may import each other
stand in ``scripts/README.md``; ``tests/test_architecture.py`` enforces them.
"""

__version__ = "0.1.0"
