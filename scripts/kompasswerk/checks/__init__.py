"""Rules for content: one rule, one function."""
