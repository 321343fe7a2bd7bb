"""The map of the cases as a drawing: outlines, places, points. Knows nothing of Sphinx."""
