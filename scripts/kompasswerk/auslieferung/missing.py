"""The page that a server shows for an address that does not exist, at whatever depth it is.

A relative link would lead from the missing address, so everything on this one page starts at
the top of the site. Without an address (``html_baseurl``) that is taken to be the top of the
server.
"""

from __future__ import annotations

import re

PAGE = "404"
_RELATIVE = re.compile(
    r"""(\s(?:href|src|action|data-verzeichnis|data-content_root)=")"""
    r"""(?![a-z][a-z0-9+.-]*:|[#/?])([^"]+)"""
)


def rooted(html: str, root: str) -> str:
    """Return a page of the top folder with all its relative addresses below ``root``."""
    return _RELATIVE.sub(lambda match: f"{match[1]}{root}{match[2].removeprefix('./')}", html)
