"""A pilot project checked against the alliance's criteria: verdicts, and what is missing."""
