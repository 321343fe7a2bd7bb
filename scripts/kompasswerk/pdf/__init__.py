"""Blocks to PDF through Typst."""
