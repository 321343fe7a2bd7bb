"""The only place where OOXML is written; each function's docstring shows what it makes."""
