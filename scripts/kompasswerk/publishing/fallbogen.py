"""The command ``fallbogen``: the Word form of a case, pilot or instrument, empty or filled."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sphinx.config import Config
from sphinx.util.tags import Tags

from ..buch.edition import Edition, read_edition
from ..docx.template import build_template
from ..model.arten import ARTEN
from ..reading.files import Loaded, load_bestand
from ..reading.gestaltung import read_gestaltung
from ..reading.pages import LoadedPage
from ..reading.wording import nearest
from ..redaktion.felder_bogen import KINDS, slug_of
from ..redaktion.form_file import Looks, NotReadableError, form_of
from .beside import put_beside
from .build import OUTPUT, WORKSHOP
from .transfer import SETTING

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "boegen"
TEMPLATE, TOKENS = "_templates/word/kompass.docx", "_templates/gestaltung.yaml"
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


class UnknownPageError(Exception):
    """No page has this name; the message is a German sentence."""


def add_fallbogen(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``fallbogen``."""
    parser = commands.add_parser("fallbogen", help="Word-Bogen für einen Fall, leer oder gefüllt")
    parser.add_argument("seite", nargs="?", default="", help="zum Beispiel blank-jena; leer: neu")
    parser.add_argument("--art", choices=KINDS, help="ohne Angabe: fall, sonst die der Seite")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(
            partial(fallbogen, seite=options.seite, art=options.art), options
        )
    )


def fallbogen(root: Path, *, seite: str = "", art: str | None = None) -> int:
    """Write the form and say where it lies; 2 for a page that does not exist."""
    loaded = load_bestand(root)
    try:
        page = chosen_page(loaded, seite, art) if seite else None
        kind = page.art if page is not None and page.art is not None else ARTEN[art or KINDS[0]]
        blob = form_of(loaded, kind, page, looks_of(root))
    except UnknownPageError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except NotReadableError as error:
        print(error, file=sys.stderr)
        return FINDINGS
    name = f"{slug_of(kind)}-{page.slug}" if page else slug_of(kind)
    target = put_beside(root / OUTPUT / FOLDER / f"{name}.docx", blob)
    print(f"Der Bogen liegt in {target.relative_to(root).as_posix()}.")
    return DONE


def chosen_page(loaded: Loaded, name: str, art: str | None = None) -> LoadedPage:
    """Return the page of a slug or path, of this kind if one is named.

    :class:`UnknownPageError` if there is none, or several of that name.
    """
    wanted = Path(name).as_posix().removeprefix("./").removesuffix(".md")
    kinds = (art,) if art else KINDS
    pages = [each for each in loaded.pages if each.art is not None and each.art.key in kinds]
    found = [each for each in pages if wanted in (each.slug, each.path.removesuffix(".md"))]
    if len(found) == 1:
        return found[0]
    if found:
        paths = ", ".join(each.path for each in found)
        raise UnknownPageError(f"„{name}“ heißen mehrere Seiten: {paths}. Bitte --art angeben.")
    near = nearest(wanted, [each.slug for each in pages])
    hint = f" Meinen Sie „{near}“?" if near else ""
    raise UnknownPageError(f"Die Seite „{name}“ gibt es nicht.{hint}")


def looks_of(root: Path) -> Looks:
    """Return template, design and edition of the project, without its own those of the package."""
    tokens, template = root / TOKENS, root / TEMPLATE
    design = read_gestaltung(tokens) if tokens.is_file() else read_gestaltung()
    if not template.is_file():
        template = root / WORKSHOP / FOLDER / "vorlage.docx"
        template.parent.mkdir(parents=True, exist_ok=True)
        build_template(design, template)
    return Looks(template, design, edition_of(root))


def edition_of(root: Path) -> Edition | None:
    """Return the edition that the project names, ``None`` without one."""
    if not (root / "conf.py").is_file():
        return None
    config = Config.read(root, overrides={}, tags=Tags())
    config.add(SETTING, None, "env", ())
    return read_edition(config[SETTING])
