"""The command ``arbeitsbuch``: workbooks made for one town, or for all of a list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..buch.builder import file_name
from ..buch.library_builder import read_library
from ..docx import find_libreoffice
from ..formular.choice import Auswahl, Gruppe
from ..formular.handbook import Handbuch, read_handbook
from ..formular.korb import NOBODY, Korb, collected, found_groups, read_korb
from ..formular.profile import FIELDS, Angabe, Profil, ProfilError, read_profil
from ..formular.profile_files import read_profile_file
from ..formular.selection import choose
from ..model.seiten import Bestand
from ..reading.files import load_bestand
from ..reading.refused import RefusedFileError
from .build import OUTPUT, BuildError
from .executors import ExecutorError, Workers, carried_out, count_of, dask_cluster, processes
from .leaves import library_file, template_for
from .making import Auftrag, Datei, Fertig, Werkstatt, Zustand, make
from .summary import Progress, digests, write_summary

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "arbeitsbuecher"
FORMATS = ("docx", "pdf")
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]
LISTED = ("lage", "gebaeude", "eigentum", "akteure")
HELP = {
    "stadt": "Stadt oder Gemeinde, zum Beispiel Pößneck",
    "ags": "amtlicher Gemeindeschlüssel statt des Namens",
    "einwohner": "Einwohnerzahl; nötig für Orte außerhalb der Gemeindeliste",
    "groessenklasse": "statt der Einwohnerzahl, zum Beispiel landgemeinde",
    "lage": "ladenleerstand, problemhaus, wir-fangen-an",
    "gebaeude": "zum Beispiel ladenlokal,fachwerkhaus",
    "stunden": "Stunden in der Woche",
    "eigentum": "zum Beispiel privat",
    "akteure": "zum Beispiel verein,hochschule",
    "beginn": "Nummer des ersten Schritts",
}


@dataclass(frozen=True)
class Wish:
    """What is asked for: one town or all, which files, where the work is done.

    With ``korb`` a workbook has the pages of a basket, and there may be no town.
    """

    angaben: dict[str, Angabe]
    all_towns: bool = False
    formats: tuple[str, ...] = ()
    replace: bool = False
    jobs: int | None = None
    dask: str = ""
    korb: Korb | None = None


def add_workbook(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``arbeitsbuch``."""
    parser = commands.add_parser("arbeitsbuch", help="Arbeitsbuch für eine Stadt oder für alle")
    for name, text in HELP.items():
        parser.add_argument(f"--{name}", help=text)
    parser.add_argument("--profil", type=Path, metavar="DATEI", help="YAML oder Selbstcheck (JSON)")
    parser.add_argument(
        "--auswahl", type=Path, metavar="DATEI", help="nur diese Seiten: gesicherter Merkzettel"
    )
    parser.add_argument("--alle", action="store_true", help="eines für jede Gemeinde der Liste")
    parser.add_argument("--nur", choices=FORMATS, help="nur eines der beiden Formate")
    parser.add_argument("--pdf", action="store_true", help="mit --alle auch PDF; dauert länger")
    parser.add_argument("--ersetzen", action="store_true", help="auch geänderte Dateien ersetzen")
    parser.add_argument("--jobs", type=count_of, metavar="N", help="so viele Prozesse")
    parser.add_argument(
        "--dask", default="", metavar="ADRESSE", help="Dask-Cluster statt Prozessen"
    )
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    try:
        angaben = read_profile_file(options.profil) if options.profil else {}
        korb = read_korb(options.auswahl) if options.auswahl else None
    except (ProfilError, RefusedFileError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    for name in HELP:
        value = getattr(options, name)
        if value is not None:
            words = value.split(",") if name in LISTED else [value]
            angaben[name] = Angabe(tuple(words), f"--{name}")
    several = ("docx", "pdf") if options.pdf or not options.alle else ("docx",)
    formats = (options.nur,) if options.nur else several
    wish = Wish(angaben, options.alle, formats, options.ersetzen, options.jobs, options.dask, korb)
    return in_project(partial(arbeitsbuch, wish=wish), options)


def arbeitsbuch(root: Path, *, wish: Wish) -> int:
    """Make the workbooks that are asked for and say where they lie."""
    try:
        loaded = load_bestand(root)
        handbuch = read_handbook(loaded)
        profiles = tuple(read_profiles(wish, handbuch))
        gemerkt, missing = _collected(wish.korb, loaded.bestand)
        workers = _workers(wish)
        werkstatt = workshop(root, wish, handbuch)
    except (ProfilError, ExecutorError, RefusedFileError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except BuildError:
        print("Die Seiten lassen sich nicht lesen. Bitte zuerst prüfen.", file=sys.stderr)
        return FINDINGS
    folder = root / OUTPUT / FOLDER
    jobs = orders(profiles, handbuch, folder, gemerkt)
    code = _report(_made(werkstatt, jobs, workers, len(profiles)), folder, root)
    return FINDINGS if missing else code


def _collected(korb: Korb | None, bestand: Bestand) -> tuple[tuple[Gruppe, ...], bool]:
    """Return the pages of a basket, and whether some are not there; these are named.

    :class:`RefusedFileError` if no page is there at all.
    """
    if korb is None:
        return (), False
    groups, problems = found_groups(korb, bestand)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not groups:
        raise RefusedFileError(f"„{korb.datei}“ nennt keine Seite, die es hier gibt.")
    return groups, bool(problems)


def read_profiles(wish: Wish, handbuch: Handbuch) -> Iterator[Profil]:
    """Yield the profiles of the towns; for all towns the same answers hold for each.

    Collected pages need no town.
    """
    if wish.korb is not None and not wish.angaben and not wish.all_towns:
        yield NOBODY
        return
    if not wish.all_towns:
        yield read_profil(wish.angaben, handbuch.gemeinden, handbuch.vocabulary)
        return
    common = {k: v for k, v in wish.angaben.items() if k not in FIELDS[:4]}
    for each in handbuch.gemeinden:
        town = {"ags": Angabe((each.ags,), "Gemeindeliste")}
        yield read_profil(common | town, handbuch.gemeinden, handbuch.vocabulary)


def _workers(wish: Wish) -> Workers | None:
    """Return where work is done; ``None`` for a single town, which is made right here."""
    if wish.dask:
        return dask_cluster(wish.dask)
    return processes(wish.jobs) if wish.all_towns else None


def workshop(root: Path, wish: Wish, handbuch: Handbuch) -> Werkstatt:
    """Read the pages of the project once; ``BuildError`` if Sphinx cannot."""
    path = library_file(root)
    return Werkstatt(
        path,
        path.stat().st_mtime_ns,
        template_for(root, read_library(path)),
        handbuch.vocabulary,
        wish.formats,
        None if wish.all_towns else find_libreoffice(),
        wish.replace,
    )


def orders(
    profiles: tuple[Profil, ...],
    handbuch: Handbuch,
    folder: Path,
    gemerkt: tuple[Gruppe, ...] = (),
) -> Iterator[Auftrag]:
    """Yield a workbook to be made for each profile; its pages are chosen when it is asked for.

    ``gemerkt`` are pages that somebody has collected, to be taken as they are.
    """
    known = digests(folder)
    for profil in profiles:
        auswahl = collected(profil, gemerkt) if gemerkt else choose(profil, handbuch)
        name = _name(auswahl)
        before = tuple((end, known.get(f"{name}.{end}", "")) for end in FORMATS)
        yield Auftrag(auswahl, folder / name, before)


def _name(auswahl: Auswahl) -> str:
    """Return the file's name without ending; collected pages never replace a town's workbook."""
    profil = auswahl.profil
    town = file_name(profil.stadt) if profil.stadt else ""
    return "-".join(filter(None, (profil.ags, town, "merkzettel" if auswahl.gemerkt else "")))


def _made(
    werkstatt: Werkstatt, jobs: Iterator[Auftrag], workers: Workers | None, total: int
) -> Iterator[tuple[Auftrag, Fertig | Exception]]:
    if workers is None:
        yield from ((job, make(werkstatt, job)) for job in jobs)
        return
    progress = Progress(total, sys.stderr)
    for pair in carried_out(partial(make, werkstatt), jobs, workers):
        progress.step()
        yield pair
    progress.end()


def _report(made: Iterator[tuple[Auftrag, Fertig | Exception]], folder: Path, root: Path) -> int:
    """Say what has become of each workbook, write the summary, and return the exit code."""
    done: list[Fertig] = []
    code = DONE
    for job, result in made:
        if isinstance(result, Fertig):
            done.append(result)
            continue
        code = FINDINGS
        print(
            f"{job.auswahl.profil.stadt or job.ziel.name}: nicht fertig geworden. {result}",
            file=sys.stderr,
        )
    if done:
        write_summary(done, folder)
    files = [each for one in done for each in one.dateien]
    if len(done) == 1:
        print("\n".join(each.pfad.relative_to(root).as_posix() for each in files))
    else:
        print(f"{len(done)} Arbeitsbücher liegen in {folder.relative_to(root).as_posix()}.")
    kept = [each for each in files if each.zustand is Zustand.KEPT]
    return _say_kept(kept, root) if kept else code


def _say_kept(kept: list[Datei], root: Path) -> int:
    names = "\n".join(f"  {each.pfad.relative_to(root).as_posix()}" for each in kept)
    print(
        f"Nicht ersetzt, weil jemand hineingeschrieben hat:\n{names}\n"
        "Bitte wegsichern, oder mit --ersetzen neu anlegen.",
        file=sys.stderr,
    )
    return FINDINGS
