"""What is missing and what is due: the state of pages, for the office of the alliance."""
