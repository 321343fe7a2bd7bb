"""Blocks to Word; looks come from the template document, raw XML from ``oxml`` alone."""
