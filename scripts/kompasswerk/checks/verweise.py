"""Rules about everything that leads elsewhere: roles, links, terms, documents."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..model.arten import ARTEN, ROLES
from ..model.seiten import Seite
from ..reading.addresses import address_problem
from ..reading.conditions import FORMS, read_conditions
from ..reading.wording import nearest, quoted, way_out
from .prose import without_code
from .registry import Found, Stock, Subject, page_rule

_FORBIDDEN = ("raw", "eval-rst", "include", "literalinclude", "csv-table")
_UNFIT = re.compile(
    r"""(?<!\w)(?P<before>
        (?:[Dd]e[nr]|[Dd]ie|[Dd]es|[Ee]ine[nr]?|[Zz]ur|Blatt)[ ](?=\{blatt\})
        | (?:[Dd]ie|[Dd]as|[Ee]iner?|[Zz]ur|Schritt)[ ](?=\{schritt\})
    )\{(?P<role>\w+)\}`(?P<slug>[\w-]+)`""",
    re.VERBOSE,
)
"""What does not stand before „Blatt 6: …“ and „Schritt 3: …“."""
_WEB = ("http:", "https:", "//")


@page_rule("verweis", "Verweise auf Seiten haben ein Ziel")
def page_reference(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Kennung ist der Dateiname der Zielseite ohne „.md“.

    Im Text stehen die Rollen fall, pilot, instrument, blatt und schritt, im Kopf die Angaben
    „instrumente“, „schritte“ und „schritt“.
    """
    for entry in subject.loaded.entries:
        kind = entry.field.refers_to
        if kind is None or kind not in ARTEN or not isinstance(entry.value, str):
            continue
        if entry.value not in stock.slugs[kind]:
            yield Found(entry.line, entry.key, _no_page(entry.value, kind, stock))
    for role in subject.body.roles:
        target_kind = ROLES.get(role.name)
        if target_kind is not None and role.target not in stock.slugs[target_kind]:
            section = subject.body.section_at(role.line)
            yield Found(role.line, section, _no_page(role.target, target_kind, stock))


@page_rule("verweis-im-satz", "Blätter und Schritte passen in den Satz")
def reference_in_sentence(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Ein Verweis zeigt den Titel mit Nummer, zum Beispiel „Blatt 6: Gebäudebogen“.

    Nach „den“, „die“ oder „das Blatt“ braucht er eigenen Text; die Kennung steht dahinter in
    spitzen Klammern.
    """
    for number, line in enumerate(subject.loaded.body.split("\n"), subject.loaded.body_line):
        for match in _UNFIT.finditer(without_code(line)):
            before, role, slug = match["before"].strip(), match["role"], match["slug"]
            page = _page_of(ROLES[role], slug, stock)
            if page is not None:
                shown, better = (
                    f"{before} {page.ueberschrift}",
                    f"{{{role}}}`{page.titel} <{slug}>`",
                )
                message = f"Hier stünde {quoted(shown)}. Bitte {before} {better} schreiben."
                yield Found(number, subject.body.section_at(number), message)


@page_rule("begriff", "Verlinkte Begriffe stehen im Glossar")
def term(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Rolle „term“ nennt einen Begriff genau so, wie er im Glossar steht.

    Anderer Text steht davor, der Begriff dann in spitzen Klammern.
    """
    for role in subject.body.roles:
        if role.name == "term" and role.target not in stock.terms:
            message = f"{quoted(role.target)} steht nicht im Glossar."
            section = subject.body.section_at(role.line)
            yield Found(role.line, section, f"{message} {_near_or_add(role.target, stock.terms)}")


@page_rule("dokument", "Verweise auf Dokumente haben ein Ziel")
def document(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Rolle „doc“ nennt den Pfad einer Seite ohne „.md“, zum Beispiel „/kompass/index“."""
    folder = posixpath.dirname(subject.loaded.path)
    for role in subject.body.roles:
        if role.name != "doc":
            continue
        path = posixpath.normpath(posixpath.join("/", folder, role.target)).lstrip("/")
        if path not in stock.documents:
            message = f"Die Seite {quoted(role.target)} gibt es nicht."
            known = [f"/{name}" for name in stock.documents]
            help_text = _now_called(path, stock) or _near_or_check(f"/{path}", known)
            section = subject.body.section_at(role.line)
            yield Found(role.line, section, f"{message} {help_text}")


@page_rule("link", "Links im Text führen an ein gültiges Ziel")
def link(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Web-Adressen mit http oder https; Dateien des Projekts mit ihrem Pfad neben der Seite.

    Andere Arten wie javascript: oder file: sind nicht erlaubt.
    """
    for found in subject.body.links:
        problem = _link_problem(found.address, subject, stock)
        if problem is not None:
            yield Found(found.line, subject.body.section_at(found.line), problem)
    for role in subject.body.roles:
        problem = _file_problem(role.target, subject, stock) if role.name == "download" else None
        if problem is not None:
            yield Found(role.line, subject.body.section_at(role.line), problem)


@page_rule("html", "Kein HTML im Text")
def raw_html(subject: Subject, stock: Stock) -> Iterator[Found]:
    """HTML käme in Word und PDF nicht an. Bitte Markdown oder einen Baustein verwenden."""
    for line in dict.fromkeys(subject.body.html):
        message = "Hier steht HTML. Bitte durch Markdown ersetzen oder „<“ als „\\<“ schreiben."
        yield Found(line, subject.body.section_at(line), message)


@page_rule("baustein", "Keine Bausteine, die fremde Inhalte einbinden")
def forbidden_directive(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Bausteine raw, eval-rst, include, literalinclude und csv-table sind gesperrt."""
    for directive in subject.body.directives:
        if directive.name in _FORBIDDEN:
            message = f"Der Baustein {quoted(directive.name)} ist gesperrt. Bitte ausschreiben."
            yield Found(directive.line, subject.body.section_at(directive.line), message)


@page_rule("katalog", "Ein Katalog wählt nach Feldern und Werten aus, die es gibt")
def catalogue_conditions(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Nach „:wo:“ stehen Felder eines Falls mit Werten, die in ihrer Liste stehen.

    Nach „:als:“ steht karten, tabelle, beides oder facetten.
    """
    for directive in subject.body.directives:
        if directive.name != "katalog":
            continue
        section = subject.body.section_at(directive.line)
        for problem in read_conditions(directive.options.get("wo", ""), stock.vocabulary)[1]:
            yield Found(directive.line, section, problem)
        form = directive.options.get("als", FORMS[0])
        if form not in FORMS:
            yield Found(directive.line, section, f"{quoted(form)}: {way_out(form, FORMS)}")


def _page_of(kind: str, slug: str, stock: Stock) -> Seite | None:
    pages = (each for each in stock.pages if each.slug == slug and each.art is not None)
    return next((each.page for each in pages if each.art is ARTEN[kind]), None)


def _no_page(slug: str, kind: str, stock: Stock) -> str:
    found = f"{ARTEN[kind].label} {quoted(slug)} gibt es nicht."
    moved = next((m.neu for m in stock.moved if m.alt == f"{ARTEN[kind].folder}/{slug}"), None)
    if moved is not None:
        return f"{found} Die Seite heißt jetzt {quoted(moved.rpartition('/')[2])}."
    elsewhere = next((role for role, art in ROLES.items() if slug in stock.slugs[art]), None)
    if elsewhere is not None:
        return f"{found} Meintest du {{{elsewhere}}}`{slug}`?"
    return f"{found} {way_out(slug, stock.slugs[kind])}"


def _now_called(path: str, stock: Stock) -> str:
    """Return the sentence with the new address of a moved page, empty for any other."""
    new = next((each.neu for each in stock.moved if each.alt == path), None)
    return f"Die Seite heißt jetzt {quoted(f'/{new}')}." if new else ""


def _near_or_add(word: str, known: tuple[str, ...]) -> str:
    match = nearest(word, known)
    return f"Meintest du {quoted(match)}?" if match else "Bitte dort ergänzen oder nicht verlinken."


def _near_or_check(word: str, known: list[str]) -> str:
    match = nearest(word, known)
    return f"Meintest du {quoted(match)}?" if match else "Bitte den Pfad prüfen."


def _link_problem(address: str, subject: Subject, stock: Stock) -> str | None:
    lowered = address.lower()
    if lowered.startswith(_WEB):
        return address_problem(unquote(address))
    if lowered.startswith(("#", "mailto:")):
        return None
    if ":" in address.split("/", maxsplit=1)[0]:
        return f"{quoted(address)} ist nicht erlaubt. Bitte mit https:// verlinken."
    return _file_problem(
        unquote(address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]), subject, stock
    )


def _file_problem(target: str, subject: Subject, stock: Stock) -> str | None:
    folder = "" if target.startswith("/") else posixpath.dirname(subject.loaded.path)
    path = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
    if path.startswith(".."):
        return f"{quoted(target)} führt aus dem Projekt hinaus. Bitte den Pfad prüfen."
    if path.removesuffix(".md") in stock.documents or _is_file(stock, path):
        return None
    known = [f"/{name}.md" for name in stock.documents]
    return f"Die Datei {quoted(target)} gibt es nicht. {_near_or_check(f'/{path}', known)}"


def _is_file(stock: Stock, path: str) -> bool:
    try:
        return (stock.root / path).is_file()
    except (OSError, ValueError):
        return False
