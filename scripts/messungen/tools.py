"""How each program makes Word or PDF of a subject."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .environments import Environment, pandoc
from .machine import said
from .running import Command, Run, repeated, run
from .subjects import Subject

OUR_EXTENSIONS = {"MESSEN_EXTENSIONS": "kompasswerk.docx kompasswerk.pdf"}
MYST_TEMPLATE = "jtex: v1\ntitle: Messung\nkind: docx\n"
PDF_UA = json.dumps({"PDFUACompliance": {"type": "boolean", "value": "true"}})


@dataclass(frozen=True)
class Made:
    """What a program made: its files, the run, and the run that had to come before.

    ``inside`` are the seconds of writing alone, without the start of the program, where known.
    """

    run: Run
    before: Run = field(default_factory=lambda: Run(0.0))
    files: tuple[Path, ...] = ()
    inside: float | None = None


class Failed(Exception):  # noqa: N818 - a fact about a program, not a fault of ours
    """The program did not come to the measured step; the message is its last line."""


@dataclass(frozen=True)
class Bench:
    """One program at work on one subject, in a folder of its own.

    ``environments`` are those of all programs, because singlehtml and Word files that others
    convert come from ``wir``.
    """

    subject: Subject
    folder: Path
    environments: Callable[[str], Environment]

    def program(self, environment: str, name: str) -> Path:
        """Return an installed program; ``Failed`` if it could not be installed."""
        found = self.environments(environment)
        if found.error:
            raise Failed(found.error)
        return found.program(name)

    def log(self, name: str) -> Path:
        """Return where a step may write what it prints."""
        return self.folder / f"{name}.log"


@dataclass(frozen=True)
class Tool:
    """A row of the table: ``environment`` names the recipe, ``make`` does the work."""

    name: str
    format: str
    environment: str
    make: Callable[[Bench], Made]


def read(bench: Bench, environment: str, extensions: dict[str, str]) -> Run:
    """Let Sphinx read all pages and store doctrees, without writing anything."""
    doctrees = bench.folder / "doctrees"
    shutil.rmtree(doctrees, ignore_errors=True)
    sphinx = bench.program(environment, "sphinx-build")
    command: Command = [sphinx, "-q", "-b", "dummy", "-d", doctrees, bench.subject.source]
    return _needed(run([*command, bench.folder / "dummy"], bench.log("lesen"), env=extensions))


def _needed(done: Run) -> Run:
    if done.error:
        raise Failed(done.error)
    return done


# ---------------------------------------------------------------- ours


def ours(bench: Bench, builder: str, *flags: str) -> Made:
    """Write with our own builder from doctrees that were read before."""
    before = read(bench, "wir", OUR_EXTENSIONS)
    out, log = bench.folder / "aus", bench.log("schreiben")
    python = bench.program("wir", "python")
    command: Command = [python, "-m", "messungen.writing", builder, bench.subject.source, out]
    command += [bench.folder / "doctrees", *flags]
    done = repeated(lambda: run(command, log, env=OUR_EXTENSIONS))
    inside = None if done.error else json.loads(log.read_text("utf-8").splitlines()[-1])["seconds"]
    return Made(done, before, tuple(sorted(out.glob(f"*.{builder}"))), inside)


def our_word(bench: Bench) -> Made:
    """Ours, with page numbers that are estimated until Word counts them."""
    return ours(bench, "docx", "--ohne-libreoffice")


def our_word_counted(bench: Bench) -> Made:
    """Ours, with page numbers from LibreOffice's layout."""
    if not shutil.which("soffice"):
        raise Failed("nicht vorhanden: LibreOffice fehlt")
    return ours(bench, "docx")


def our_pdf(bench: Bench) -> Made:
    """Ours, through Typst."""
    return ours(bench, "pdf")


# ---------------------------------------------------------------- from HTML


def html(bench: Bench) -> tuple[Run, Path]:
    """Let Sphinx write all pages as one HTML page."""
    command: Command = [bench.program("wir", "sphinx-build"), "-q", "-b", "singlehtml", "-E"]
    command += ["-d", bench.folder / "doctrees-html", bench.subject.source, bench.folder / "html"]
    done = _needed(run(command, bench.log("html"), env={"MESSEN_HTML": "1"}))
    page = bench.folder / "html/index.html"
    if not page.exists():
        page = next((bench.folder / "html").glob("*.html"))
    return done, page


def with_pandoc(bench: Bench) -> Made:
    """Pandoc, of the HTML page of all pages."""
    bench.program("pandoc", "python")
    before, page = html(bench)
    target = bench.folder / "buch.docx"
    command: Command = [pandoc(bench.environments("pandoc")), "-f", "html", "-t", "docx", "--toc"]
    command += [page.name, "-o", str(target)]
    done = repeated(lambda: run(command, bench.log("pandoc"), folder=page.parent))
    return Made(done, before, (target,))


def with_weasyprint(bench: Bench) -> Made:
    """WeasyPrint, of the same HTML page, asked for PDF/UA-1."""
    program = bench.program("weasyprint", "weasyprint")
    before, page = html(bench)
    target = bench.folder / "buch.pdf"
    command: Command = [program, "--pdf-variant", "pdf/ua-1", page, target]
    return Made(repeated(lambda: run(command, bench.log("weasyprint"))), before, (target,))


def with_libreoffice(bench: Bench) -> Made:
    """LibreOffice, of our Word file, asked for PDF/UA."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise Failed("nicht vorhanden: LibreOffice fehlt")
    word = our_word(bench)
    before = _needed(word.run)
    command: Command = [soffice, f"-env:UserInstallation={(bench.folder / 'profil').as_uri()}"]
    command += ["--headless", "--convert-to", f"pdf:writer_pdf_Export:{PDF_UA}"]
    command += ["--outdir", str(bench.folder), str(word.files[0])]
    done = repeated(lambda: run(command, bench.log("libreoffice")))
    return Made(done, before, (bench.folder / f"{word.files[0].stem}.pdf",))


# ---------------------------------------------------------------- other builders of Word


def other_builder(bench: Bench, environment: str, extension: str) -> Made:
    """Write with the ``docx`` builder of an extension, from doctrees that were read before."""
    extensions = {"MESSEN_EXTENSIONS": extension}
    before = read(bench, environment, extensions)
    out = bench.folder / "aus"
    command: Command = [bench.program(environment, "sphinx-build"), "-q", "-b", "docx"]
    command += ["-d", bench.folder / "doctrees", bench.subject.source, out]
    done = repeated(lambda: run(command, bench.log("schreiben"), env=extensions))
    return Made(done, before, tuple(sorted(out.glob("*.docx"))))


def with_docxbuilder(bench: Bench) -> Made:
    """The docxbuilder of 2020, which still runs on Sphinx 9."""
    return other_builder(bench, "docxbuilder", "docxbuilder")


def with_sphinx_docx(bench: Bench) -> Made:
    """sphinx-docx, its successor."""
    return other_builder(bench, "sphinx-docx", "sphinx_docx")


def with_mystmd(bench: Bench) -> Made:
    """mystmd, one Word file for each page, because it takes only one page into a file."""
    program = bench.program("mystmd", "myst")
    copy = bench.folder / "quelle"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(bench.subject.source, copy)
    pages = [path.relative_to(copy) for path in sorted(copy.rglob("*.md"))]
    pages = [path for path in pages if not path.parts[0].startswith("_") and path.stem != "README"]
    if not pages:
        raise Failed("liest kein reStructuredText")
    (copy / "_word").mkdir()
    (copy / "_word/template.yml").write_text(MYST_TEMPLATE, encoding="utf-8")
    lines = ["version: 1", "project:", "  exports:"]
    for number, path in enumerate(pages):
        lines += ["    - format: docx", "      template: ./_word", f"      article: {path}"]
        lines += [f"      output: aus/{number:04d}.docx"]
    (copy / "myst.yml").write_text("\n".join(lines), encoding="utf-8")
    command: Command = [program, "build", "--docx"]
    done = repeated(lambda: run(command, bench.log("mystmd"), folder=copy))
    return Made(done, files=tuple(sorted((copy / "aus").glob("*.docx"))))


TOOLS = (
    Tool("wir", "docx", "wir", our_word),
    Tool("wir, Seiten gezählt", "docx", "wir", our_word_counted),
    Tool("pandoc", "docx", "pandoc", with_pandoc),
    Tool("docxbuilder", "docx", "docxbuilder", with_docxbuilder),
    Tool("sphinx-docx", "docx", "sphinx-docx", with_sphinx_docx),
    Tool("mystmd", "docx", "mystmd", with_mystmd),
    Tool("wir", "pdf", "wir", our_pdf),
    Tool("WeasyPrint", "pdf", "weasyprint", with_weasyprint),
    Tool("LibreOffice", "pdf", "wir", with_libreoffice),
)


def version(tool: Tool, environment: Environment) -> str:
    """Return name and version of the program behind a row."""
    if tool.name == "LibreOffice":
        return said(["soffice", "--version"]) or "LibreOffice fehlt"
    return environment.version or environment.error
