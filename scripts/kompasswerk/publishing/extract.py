"""The command ``einzelblatt``: chosen pages as Word and PDF, without the rest of the book."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError, SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from ..buch.blocks import Book
from ..buch.builder import ASSEMBLED
from ..buch.order import below, reading_order
from .build import OUTPUT, WORKSHOP, replace_file

DONE, FINDINGS, WRONG_USE = 0, 1, 2
BUILDERS = ("docx", "pdf")
FOLDER = "einzeln"
LONGEST_NAME = 80
NO_ADDRESS = (
    "Hinweis: In conf.py fehlt die Webadresse des Handbuchs (html_baseurl). Verweise auf "
    "andere Seiten stehen deshalb als Text da."
)
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


class UnknownPageError(Exception):
    """No page has this name; the message is a German sentence with the nearest names."""


def add_extract(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``einzelblatt``."""
    parser = commands.add_parser("einzelblatt", help="einzelne Seiten als Word und PDF ausgeben")
    parser.add_argument("seite", nargs="+", help="zum Beispiel kompass/schritte/bewerten")
    parser.add_argument("--nur", choices=BUILDERS, help="nur eines der beiden Formate")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    builders = (options.nur,) if options.nur else BUILDERS
    return in_project(partial(einzelblatt, names=options.seite, builders=builders), options)


def einzelblatt(root: Path, *, names: Sequence[str], builders: Iterable[str] = BUILDERS) -> int:
    """Write the pages of these names as one file for each format and say where it lies."""
    try:
        for name in builders:
            file = write_extract(root, names, name)
            target = root / OUTPUT / FOLDER / file.name
            replace_file(file, target)
            print(target.relative_to(root).as_posix())
    except UnknownPageError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except SphinxError as error:
        print(f"Die Seite lässt sich nicht ausgeben: {error}", file=sys.stderr)
        return FINDINGS
    return DONE


def write_extract(root: Path, names: Sequence[str], builder: str) -> Path:
    """Return the file made from the pages of these names; :class:`UnknownPageError` for others.

    Pages stand in the order of the handbook, each with all below it.
    """
    return write_pages(root, Selection(FOLDER, partial(_choose, names)), builder)


@dataclass(frozen=True)
class Selection:
    """What part of the handbook to write.

    ``choose`` returns file name without ending and pages, once these are known; the working
    folder is ``folder``. ``dress`` may return another book than the assembled one.
    """

    folder: str
    choose: Callable[[Sphinx, BuildEnvironment], tuple[str, Sequence[str]]]
    dress: Callable[[Sphinx, Book], Book | None] | None = None


def write_pages(root: Path, selection: Selection, builder: str) -> Path:
    """Return the file that a builder makes from chosen pages.

    Raises what ``choose`` raises, and ``SphinxError`` where the pages cannot be written.
    """
    work = root / WORKSHOP
    out = work / selection.folder / builder
    with patch_docutils(root), docutils_namespace():
        app = Sphinx(root, root, out, work / "gelesen", builder, status=None, warning=sys.stderr)
        app.connect("env-updated", partial(_set_entry, selection))
        if selection.dress is not None:
            app.connect(ASSEMBLED, selection.dress)
        try:
            app.build()
        except ExtensionError as error:
            raise error.orig_exc or error from error
        if not app.config.html_baseurl:
            print(NO_ADDRESS, file=sys.stderr)
    (entry,) = getattr(app.config, f"{builder}_documents")
    return out / f"{entry['target']}.{builder}"


def _set_entry(selection: Selection, app: Sphinx, env: BuildEnvironment) -> None:
    """Make the selection the only book, now that the pages are known."""
    target, pages = selection.choose(app, env)
    entry = {"start": str(app.config.root_doc), "target": target, "pages": pages}
    setattr(app.config, f"{app.builder.name}_documents", [entry])


def _choose(names: Sequence[str], app: Sphinx, env: BuildEnvironment) -> tuple[str, Sequence[str]]:
    named = [find_page(name, env.found_docs) for name in names]
    target = "-".join(page.replace("/", "-") for page in named)[:LONGEST_NAME]
    return target, below(reading_order(env, str(app.config.root_doc)), named)


def find_page(name: str, known: Collection[str]) -> str:
    """Return the page that somebody means: its path, with or without ``.md``, or its end.

    :class:`UnknownPageError` if there is none, or more than one.
    """
    wanted = name.strip().replace("\\", "/").removeprefix("./").removesuffix(".md").strip("/")
    if wanted in known:
        return wanted
    if f"{wanted}/index" in known:
        return f"{wanted}/index"
    ends = sorted(page for page in known if page.endswith(f"/{wanted}"))
    if len(ends) == 1:
        return ends[0]
    if ends:
        raise UnknownPageError(f"„{name}“ gibt es mehrmals: {', '.join(ends)}.")
    last = {page.rsplit("/", 1)[-1]: page for page in sorted(known)}
    near = get_close_matches(wanted, sorted(known), n=3, cutoff=0.5)
    near += [last[each] for each in get_close_matches(wanted.rsplit("/", 1)[-1], last, n=3)]
    hint = f" Meinen Sie: {', '.join(dict.fromkeys(near))}?" if near else ""
    raise UnknownPageError(f"Die Seite „{name}“ gibt es nicht.{hint}")
