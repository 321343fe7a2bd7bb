"""Typographic signs only for pages that need them: most are typed with „“, – and … already.

Sphinx looks at every text of a page, one after another, for straight quotes, double hyphens and
three dots. Only a page that holds one of them anywhere has to be looked at; that is a tenth of
the time of reading.
"""

from __future__ import annotations

import re

from sphinx.transforms import SphinxTransform

STRAIGHT = re.compile(r"""["'\\\x00]|--|\.\.|\. \.""")
"""What ``docutils.utils.smartquotes`` changes with the action „qDe“, and its escapes."""


class SpareSmartQuotes(SphinxTransform):
    """Switch off smart quotes for a page without any sign that they would change."""

    default_priority = 740  # before SphinxSmartQuotes, after all that adds text

    def apply(self) -> None:
        """Set the document's own setting, which Sphinx offers extensions for this."""
        if not STRAIGHT.search(self.document.astext()):
            self.document.settings.smart_quotes = False
