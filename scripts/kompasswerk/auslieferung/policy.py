"""What a page of the website may load, as its Content-Security-Policy.

The pages also open from a folder, where browsers disagree whether ``'self'`` covers a file
beside the page. ``file:`` says so, and costs nothing on a server: no browser lets a page from
a server load a file of the machine. The source of every word is the W3C's „Content Security
Policy Level 3“.
"""

from __future__ import annotations

from collections.abc import Mapping

BESIDE = "'self' file:"
IN_PAGE: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": BESIDE,
    "style-src": BESIDE,
    "img-src": f"{BESIDE} data:",  # the theme keeps its signs in its stylesheet
    "font-src": BESIDE,
    "connect-src": "'self'",  # Lighthouse reads robots.txt under the policy of the page
    "form-action": BESIDE,  # the search
    "base-uri": "'none'",
}
"""What the meta tag says: our own files, no inline script or style; no script asks other hosts."""


def policy() -> str:
    """Return the policy as the content of a meta tag."""
    return "; ".join(f"{name} {sources}" for name, sources in IN_PAGE.items())
