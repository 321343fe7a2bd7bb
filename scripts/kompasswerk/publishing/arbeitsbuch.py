"""The command ``arbeitsbuch``: workbooks made for one town, or for all of a list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..buch.library_builder import read_library
from ..docx.layout import find_libreoffice
from ..formular.choice import Gruppe
from ..formular.handbook import Handbuch, read_handbook
from ..formular.korb import NOBODY, Korb, found_groups, read_korb
from ..formular.profile import Angabe, Profil, ProfilError, read_profil
from ..formular.profile_files import read_profile_file
from ..model.seiten import Bestand
from ..reading.files import load_bestand
from ..reading.refused import RefusedFileError
from .build import OUTPUT, BuildError
from .executors import ExecutorError, Workers, carried_out, count_of, dask_cluster, processes
from .leaves import library_file, template_for
from .making import Auftrag, Datei, Fertig, Werkstatt, Zustand, make, store_handbook
from .summary import Progress, digests, write_summary
from .town_lists import OF_ONE_TOWN, profiles_of_all, profiles_of_list, workbook_name

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "arbeitsbuecher"
HANDBOOK = "handbuch.pickle"
COLLECTED = "merkzettel"
"""End of the name of a book of collected pages, which never replaces a town's own."""
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
    """What is asked for: one town, all or those of a list; which files, where the work is done.

    With ``korb`` a workbook has the pages of a basket, and there may be no town.
    """

    angaben: dict[str, Angabe]
    all_towns: bool = False
    liste: Path | None = None
    formats: tuple[str, ...] = ()
    overwrite: bool = False
    jobs: int | None = None
    dask: str = ""
    korb: Korb | None = None

    @property
    def several(self) -> bool:
        """Whether more towns than one are meant."""
        return self.all_towns or self.liste is not None


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
    towns = parser.add_mutually_exclusive_group()
    towns.add_argument("--alle", action="store_true", help="für jede Gemeinde des Handbuchs")
    towns.add_argument(
        "--liste", type=Path, metavar="DATEI", help="für jede Gemeinde einer CSV: name, einwohner"
    )
    parser.add_argument("--nur", choices=FORMATS, help="nur eines der beiden Formate")
    parser.add_argument("--pdf", action="store_true", help="mit --alle und --liste auch PDF")
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
    # Paths are meant from where the command was typed, not from the project's folder.
    wish = Wish(
        angaben,
        options.alle,
        options.liste.resolve() if options.liste else None,
        overwrite=options.ersetzen,
        jobs=options.jobs,
        dask=options.dask,
        korb=korb,
    )
    several = FORMATS if options.pdf or not wish.several else FORMATS[:1]
    wish = replace(wish, formats=(options.nur,) if options.nur else several)
    return in_project(partial(arbeitsbuch, wish=wish), options)


def arbeitsbuch(root: Path, *, wish: Wish) -> int:
    """Make the workbooks that are asked for and say where they lie."""
    try:
        loaded = load_bestand(root)
        handbuch = read_handbook(loaded)
        profiles = read_profiles(wish, handbuch)
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
    jobs = orders(profiles, folder, gemerkt)
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


def read_profiles(wish: Wish, handbuch: Handbuch) -> tuple[Profil, ...]:
    """Return the profiles of the towns that are meant; ``ProfilError`` with all faults.

    Collected pages need no town.
    """
    if wish.several:
        _refuse_single(wish)
    if wish.liste is not None:
        return profiles_of_list(wish.liste, wish.angaben, handbuch)
    if wish.all_towns:
        return tuple(profiles_of_all(wish.angaben, handbuch))
    if wish.korb is not None and not wish.angaben:
        return (NOBODY,)
    return (read_profil(wish.angaben, handbuch.gemeinden, handbuch.vocabulary),)


def _refuse_single(wish: Wish) -> None:
    """Refuse to make workbooks for many towns where one is named: nobody means both."""
    named = [wish.angaben[name].ort for name in OF_ONE_TOWN if name in wish.angaben]
    if named:
        many = "--alle" if wish.all_towns else "--liste"
        raise ProfilError(
            f"{named[0]} und {many} gehen nicht zusammen. Bitte eines von beiden weglassen."
        )


def _workers(wish: Wish) -> Workers | None:
    """Return where work is done; ``None`` for a single town, which is made right here."""
    if wish.dask:
        return dask_cluster(wish.dask)
    return processes(wish.jobs) if wish.several else None


def workshop(root: Path, wish: Wish, handbuch: Handbuch) -> Werkstatt:
    """Read the pages of the project once; ``BuildError`` if Sphinx cannot."""
    path = library_file(root)
    beside = path.with_name(HANDBOOK)
    store_handbook(handbuch, beside)
    return Werkstatt(
        path,
        path.stat().st_mtime_ns,
        template_for(root, read_library(path)),
        wish.formats,
        None if wish.several else find_libreoffice(),
        wish.overwrite,
        beside,
    )


def orders(
    profiles: Iterable[Profil], folder: Path, gemerkt: tuple[Gruppe, ...] = ()
) -> Iterator[Auftrag]:
    """Yield a workbook to be made for each profile; its pages are chosen where it is made.

    ``gemerkt`` are pages that somebody has collected, to be taken as they are.
    """
    known = digests(folder)
    for profil in profiles:
        name = "-".join(filter(None, (workbook_name(profil), COLLECTED if gemerkt else "")))
        before = tuple((end, known.get(f"{name}.{end}", "")) for end in FORMATS)
        yield Auftrag(profil, folder / name, before, gemerkt)


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
        name = job.profil.stadt or job.ziel.name
        print(f"{name}: nicht fertig geworden. {result}", file=sys.stderr)
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
