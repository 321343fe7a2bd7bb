"""What is raised for files from outside that are not read."""

from __future__ import annotations


class RefusedFileError(Exception):
    """A file is not safe to read or of another kind; the message is a German sentence."""
