"""Where a page lies: on the web if ``html_baseurl`` says it, else only beside other pages."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class Address:
    """The address of the website, with a slash at its end; ``base`` is empty if unknown."""

    base: str

    @classmethod
    def of(cls, html_baseurl: str) -> Address:
        """Return the address of a setting with or without the slash."""
        return cls(f"{html_baseurl.rstrip('/')}/" if html_baseurl else "")

    def absolute(self, path: str) -> str:
        """Return the full address of a path from the top of the site, ``""`` if unknown."""
        return f"{self.base}{quote(path)}" if self.base else ""

    @property
    def root(self) -> str:
        """The path of the site on its server: „/“ unless the address names a folder."""
        return urlsplit(self.base).path or "/"
