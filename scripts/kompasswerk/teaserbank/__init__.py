"""The teaser bank as files to pass on, and the hand-outs made of teasers and pages."""
