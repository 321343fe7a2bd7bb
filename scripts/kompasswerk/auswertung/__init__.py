"""The report over towns: what ``formular`` has evaluated, as text, tables and charts, in files."""
