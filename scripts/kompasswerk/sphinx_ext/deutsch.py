"""German for the words that Sphinx and its theme show: missing ones, and ours before theirs."""

from __future__ import annotations

import gettext
import io
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import mofile, pofile
from sphinx import locale
from sphinx.domains.changeset import versionlabels

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FOLDER = Path(__file__).parent / "locale"
LANGUAGE = "de"
SPHINX = ("general", "sphinx")
"""Where Sphinx keeps the catalogue of its own words."""

LABELS = {
    "versionadded": "Added in version %s",
    "versionchanged": "Changed in version %s",
    "deprecated": "Deprecated since version %s",
    "versionremoved": "Removed in version %s",
}


class Words(gettext.GNUTranslations):
    """Our catalogue; what it lacks comes from Sphinx's own."""


def setup_deutsch(app: Sphinx) -> None:
    """Put our words before Sphinx's in a German project; others are left alone.

    Sphinx would take them from ``locale_dirs`` too, but only by writing a compiled catalogue
    into the source folder, and it reads that setting before any extension.
    """
    if app.config.language != LANGUAGE:
        return
    known = locale.translators.get(SPHINX)
    if not isinstance(known, Words):
        words = read_words(FOLDER / f"{LANGUAGE}.po")
        words.add_fallback(known or gettext.NullTranslations())
        locale.translators[SPHINX] = words
        app.translator = words
        _translate_labels(words)
    app.connect("config-inited", _find_browser_words)


def _translate_labels(words: Words) -> None:
    """Translate the labels that Sphinx fixes when it is imported, before any extension."""
    for kind, message in LABELS.items():
        versionlabels[kind] = words.gettext(message)


def read_words(path: Path) -> Words:
    """Return the catalogue of a ``.po`` file."""
    with path.open("rb") as file:
        catalogue = pofile.read_po(file, locale=LANGUAGE)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(compiled)


def _find_browser_words(app: Sphinx, config: Config) -> None:
    # Sphinx looks for sphinx.js here, and only an absolute path is safe from the working directory.
    config.locale_dirs = [str(FOLDER), *config.locale_dirs]
