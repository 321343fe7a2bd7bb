"""Rules about pictures: they exist, they speak, and their rights are known."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from ..model.findings import Severity
from ..reading.body import Picture
from ..reading.wording import nearest, quoted
from .registry import Found, Stock, Subject, page_rule

_ENDINGS = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif")


@page_rule("bild-alternativtext", "Jedes Bild hat einen Alternativtext")
def no_alternative_text(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Der Text sagt, was zu sehen ist: `![Text](bild.png)` oder `:alt: Text`."""
    for picture in subject.body.pictures:
        if not (picture.alt or "").strip():
            message = f"Das Bild {quoted(picture.file)} hat keinen Alternativtext. Bitte ergänzen."
            yield Found(picture.line, subject.body.section_at(picture.line), message)


@page_rule("bild-datei", "Jedes Bild liegt neben seiner Seite")
def no_file(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Bilder liegen im Ordner der Seite oder darunter.

    Fremde Adressen und Wege aus dem Ordner hinaus sind nicht erlaubt.
    """
    pictures = subject.body.pictures
    shown = [(p.file, p.line, subject.body.section_at(p.line)) for p in pictures]
    listed = [(name, line, key) for key, name, line in _listed(subject)]
    seen: set[str] = set()
    for file, line, key in (*shown, *listed):
        name = _name(file)
        problem = None if name in seen else _file_problem(file, subject, stock)
        if " " in file and (file, line, key) in shown:  # a directive; Markdown encodes blanks
            problem = f"{quoted(file)} enthält Leerzeichen. Bitte jedes als %20 schreiben."
        seen.add(name)
        if problem is not None:
            yield Found(line, key, problem)


@page_rule("bild-rechte", "Zu jedem Bild sind Lizenz und Herkunft angegeben")
def no_rights(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Jedes gezeigte Bild hat unter „bilder“ einen Eintrag mit datei, lizenz und herkunft."""
    if subject.loaded.art is None or _unreadable(subject):
        return
    known = {_name(name) for _, name, _ in _listed(subject)}
    for name, picture in _first_shown(subject).items():
        if name not in known and not _is_foreign(picture.file):
            message = (
                f"Für {quoted(name)} fehlen Lizenz und Herkunft. Bitte unter „bilder“ angeben."
            )
            yield Found(picture.line, subject.body.section_at(picture.line), message)


@page_rule("bild-ungenutzt", "Angegebene Bilder werden gezeigt", Severity.WARNING)
def not_shown(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Ein Eintrag unter „bilder“, den die Seite nicht zeigt, wird gelöscht."""
    shown = _first_shown(subject)
    for key, name, line in _listed(subject):
        if _name(name) not in shown:
            message = f"Das Bild {quoted(name)} kommt im Text nicht vor. Bitte zeigen oder löschen."
            yield Found(line, key, message)


def _listed(subject: Subject) -> Iterator[tuple[str, str, int]]:
    for entry in subject.loaded.entries:
        if entry.key.startswith("bilder.") and entry.field.key == "datei":
            yield entry.key, str(entry.value), entry.line


def _unreadable(subject: Subject) -> bool:
    lines = subject.loaded.lines
    listed = [key for key in lines if key.startswith("bilder.")]
    readable = list(_listed(subject))
    return "bilder" in lines and (not listed or not readable)


def _first_shown(subject: Subject) -> dict[str, Picture]:
    shown: dict[str, Picture] = {}
    for picture in subject.body.pictures:
        shown.setdefault(_name(picture.file), picture)
    return shown


def _name(file: str) -> str:
    return posixpath.normpath(unquote(file))


def _is_foreign(file: str) -> bool:
    return ":" in file.split("/", maxsplit=1)[0] or file.startswith("//")


def _file_problem(file: str, subject: Subject, stock: Stock) -> str | None:
    name = _name(file)
    if _is_foreign(file):
        return f"{quoted(file)} liegt auf einem fremden Server. Bitte neben die Seite legen."
    if name.startswith(("..", "/")) or "\\" in name:
        return (
            f"{quoted(file)} führt aus dem Ordner der Seite hinaus. Bitte die Datei hierher legen."
        )
    folder = stock.root / posixpath.dirname(subject.loaded.path)
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
        if inside and (folder / name).is_file():
            return None
        there = [path.name for path in folder.iterdir() if path.suffix.lower() in _ENDINGS]
    except (OSError, RuntimeError, ValueError):
        there = []
    match = nearest(name, there)
    help_text = f"Meintest du {quoted(match)}?" if match else "Bitte neben die Seite legen."
    return f"Die Datei {quoted(file)} gibt es nicht. {help_text}"
