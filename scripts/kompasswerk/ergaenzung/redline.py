"""The new edition as Word's own tracked changes against the old one.

The comparing is done by Docxodus (package ``python-redlines``). It knows nothing of
numbers that Word counts by itself, so the old file gets those of the new one first; it doubles
the rows of a section that repeats, so they are taken out of it. What it returns is checked: all
changes accepted must give the new text, all rejected the old one.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from ..docx.opening import MAIN
from ..docx.oxml.base import Element, parse, serialized
from ..docx.oxml.controls import with_plain_rows
from ..docx.oxml.lines import NOWHERE, lines
from ..docx.oxml.links import loosen_dead
from ..docx.oxml.paragraph import number_ids
from ..docx.oxml.revisions import settled, take_bookmarks
from ..docx.oxml.text import note_links, results
from ..docx.package import zipped
from .handbook import Handbook, is_manifest

CORE = "docProps/core.xml"
COUNTED = ("PAGEREF", "NOTEREF")


class RedlineError(Exception):
    """No correct copy with tracked changes could be made; the message is a German sentence."""


def tracked(old: Handbook, new: Handbook, author: str) -> bytes:
    """Return the new edition with all changes since the old one as tracked changes.

    They carry the author and the new edition's date. :class:`RedlineError` if the package that
    compares is missing, fails, or returns something else than the two editions.
    """
    try:
        from python_redlines import DocxodusEngine
    except ImportError as error:
        raise RedlineError(
            "Für die Fassung mit Änderungen fehlt ein Baustein. "
            "Bitte: pip install 'kompasswerk[ergaenzung]'"
        ) from error
    after = {**new.parts, MAIN: serialized(with_plain_rows(parse(new.parts[MAIN])))}
    before = _with_numbers_of(old, new)
    try:
        blob, *_ = DocxodusEngine().run_redline(
            author,
            original=zipped(before),
            modified=zipped(after),
            date_time=f"{new.manifest.date}T00:00:00Z",
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise RedlineError(
            f"Word-Fassung mit Änderungen: Der Vergleich scheitert: {error}"
        ) from error
    with ZipFile(BytesIO(blob)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parse(parts[MAIN])
    editions = parse(before[MAIN]), parse(new.parts[MAIN])
    _check(document, *editions)
    take_bookmarks(document, *editions)
    loosen_dead(document)
    number_ids(document)
    return zipped({**parts, **_facts_of(new, parts), MAIN: serialized(document)})


def _facts_of(new: Handbook, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that say which edition a file is: those of the new one."""
    customs = [name for name in parts if is_manifest(name, parts[name])]
    (manifest,) = (blob for name, blob in new.parts.items() if is_manifest(name, blob))
    return {CORE: new.parts[CORE], **dict.fromkeys(customs, manifest)}


def _with_numbers_of(old: Handbook, new: Handbook) -> dict[str, bytes]:
    document, other = parse(old.parts[MAIN]), parse(new.parts[MAIN])
    for kind in COUNTED:
        known = {mark: letters.text for mark, letters in results(other, kind)}
        for mark, letters in results(document, kind):
            letters.text = known.get(mark, letters.text)
    known = {mark: letters.text for mark, letters in note_links(other)}
    for mark, letters in note_links(document):
        letters.text = known.get(mark, letters.text)
    return {**old.parts, MAIN: serialized(with_plain_rows(document))}


def _check(both: Element, old: Element, new: Element) -> None:
    for accept, wanted in ((True, new), (False, old)):
        if list(_texts(settled(both, accept=accept))) != list(_texts(wanted)):
            action = "annehmen" if accept else "ablehnen"
            raise RedlineError(
                "Word-Fassung mit Änderungen: Wer alle Änderungen annimmt oder ablehnt, bekäme "
                f"nicht die richtige Ausgabe (alle {action}). Die Datei wird nicht ausgegeben."
            )


def _texts(root: Element) -> Iterator[str]:
    """Yield the paragraphs that say something."""
    yield from (line.text for line in lines(root, NOWHERE) if line.text)
