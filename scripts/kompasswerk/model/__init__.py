"""What things are: frozen dataclasses, field descriptions, closed lists. Standard library only."""
