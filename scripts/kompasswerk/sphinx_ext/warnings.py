"""All warnings of the extension, by kind, for ``suppress_warnings = ["kompass.…"]``."""

from __future__ import annotations

from enum import Enum
from typing import Any

from sphinx.util import logging

logger = logging.getLogger(__name__)


class Kind(Enum):
    """Subtype of a warning of type ``kompass``."""

    CONTENT = "inhalt"
    """A finding of the reader in a page's front matter."""
    REFERENCE = "verweis"
    """A role or field names a page, step, instrument or source that does not exist."""
    OPTION = "option"
    """A directive has an option that cannot be understood."""


def warn(kind: Kind, message: str, location: Any = None) -> None:
    """Log one located warning; with ``-W`` it fails the build."""
    logger.warning(message, type="kompass", subtype=kind.value, location=location)
