"""Files to model and findings, with line numbers; and back."""
