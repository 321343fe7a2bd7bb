"""Das Menü des Kompasses; einen Punkt starten Sie mit: nox -s NAME."""

import os
import shutil
import sys

import nox

nox.options.sessions = ["handbuch"]
nox.options.reuse_existing_virtualenvs = True

# Real programs that tests use; on Debian they come from these packages.
PROGRAMS = {
    "soffice": "libreoffice-writer",
    "chromium": "chromium",
    "pdftoppm": "poppler-utils",
    "hunspell": "hunspell hunspell-de-de",
}
# What only the measurement of access needs: Nu runs on Java, Lighthouse comes from npm.
MEASURING = {"chromium": "chromium", "java": "default-jre-headless", "npm": "nodejs npm"}


@nox.session
def handbuch(session):
    """Handbuch bauen: Website, PDF, Word und ZIP nach _build/ausgabe."""
    session.install("-e", ".")
    session.run("kompasswerk", "handbuch", *session.posargs)


@nox.session
def vorschau(session):
    """Website beim Schreiben ansehen: baut nach jedem Speichern neu."""
    session.install("-e", ".[vorschau]")
    session.run("kompasswerk", "vorschau", *session.posargs)


@nox.session
def pruefen(session):
    """Alle Inhalte prüfen, in Sekunden (auch: -- --json, -- --sarif befunde.sarif)."""
    session.install("-e", ".")
    session.run("kompasswerk", "pruefen", *session.posargs)


@nox.session
def rechtschreibung(session):
    """Unbekannte Wörter in allen Inhalten nennen; eigene Wörter: kompass/woerter.txt."""
    install_programs(session, "hunspell")
    session.install("-e", ".")
    session.run("kompasswerk", "rechtschreibung", *session.posargs)


@nox.session
def lesbarkeit(session):
    """Wie leicht sich jede Seite liest (LIX); unter 40 leicht, ab 50 schwer."""
    session.install("-e", ".")
    session.run("kompasswerk", "lesbarkeit", *session.posargs)


@nox.session
def neu(session):
    """Neue Seite aus der Vorlage anlegen: nox -s neu -- fall mein-fall."""
    session.install("-e", ".")
    session.run("kompasswerk", "neu", *session.posargs)


@nox.session
def links(session):
    """Alle Links ins Netz prüfen, mit Bericht in _build/ausgabe/links.md."""
    session.install("-e", ".")
    session.run("kompasswerk", "links", *session.posargs)


@nox.session
def einzelblatt(session):
    """Einzelne Seiten als Word und PDF: nox -s einzelblatt -- kompass/schritte/bewerten."""
    session.install("-e", ".")
    session.run("kompasswerk", "einzelblatt", *session.posargs)


@nox.session
def arbeitsbuch(session):
    """Arbeitsbuch für eine Stadt: nox -s arbeitsbuch -- --stadt Pößneck --lage problemhaus."""
    extra = "[dask]" if any(each.startswith("--dask") for each in session.posargs) else ""
    session.install("-e", f".{extra}")
    session.run("kompasswerk", "arbeitsbuch", *session.posargs)


@nox.session
def ergaenzung(session):
    """Änderungen seit einer älteren Ausgabe: nox -s ergaenzung -- ALT.docx oder Git-Tag."""
    session.install("-e", ".[ergaenzung]")
    session.run("kompasswerk", "ergaenzung", *session.posargs)


@nox.session
def tabelle(session):
    """Tabellen zum Abtippen von Papier: nox -s tabelle -- selbstcheck bewertung."""
    session.install("-e", ".")
    session.run("kompasswerk", "tabelle", *session.posargs)


@nox.session
def uebertragen(session):
    """Antworten einer älteren Ausgabe in die neue übernehmen: nox -s uebertragen -- DATEI."""
    session.install("-e", ".")
    session.run("kompasswerk", "uebertragen", *session.posargs)


@nox.session
def schreiben(session):
    """Brief, Beschlussvorlage, Exposé vorausfüllen: nox -s schreiben -- DATEI --art brief."""
    session.install("-e", ".")
    session.run("kompasswerk", "schreiben", *session.posargs)


@nox.session
def fallbogen(session):
    """Word-Bogen, leer oder mit einer Seite: nox -s fallbogen -- blank-jena (auch: --art)."""
    session.install("-e", ".")
    session.run("kompasswerk", "fallbogen", *session.posargs)


@nox.session
def redaktion(session):
    """Seiten im Browser schreiben, mit Vorschau daneben (auch: -- --ohne-browser)."""
    session.install("-e", ".")
    session.run("kompasswerk", "redaktion", *session.posargs)


@nox.session
def pilotpruefung(session):
    """Ein Pilotprojekt gegen die Kriterien prüfen: nox -s pilotpruefung -- pilots/idee.md."""
    session.install("-e", ".")
    session.run("kompasswerk", "pilotpruefung", *session.posargs)


@nox.session
def teaser(session):
    """Teaser für Presse, Newsletter, soziale Medien: nox -s teaser (auch: --unbenutzt)."""
    session.install("-e", ".")
    session.run("kompasswerk", "teaser", *session.posargs)


@nox.session
def kurzinfo(session):
    """Kurzinfo auf einer Seite für Landtag und Arbeitsgruppen, als Word und PDF."""
    session.install("-e", ".")
    session.run("kompasswerk", "kurzinfo", *session.posargs)


@nox.session
def einlesen(session):
    """Ausgefüllte Arbeitsbücher oder Bögen einlesen: nox -s einlesen -- ORDNER oder BOGEN.docx."""
    session.install("-e", ".")
    session.run("kompasswerk", "einlesen", *session.posargs)


@nox.session
def auswerten(session):
    """Bericht über die Antworten der Städte: nox -s auswerten -- ORDNER --stichtag 2026-12-31."""
    session.install("-e", ".")
    session.run("kompasswerk", "auswerten", *session.posargs)


@nox.session
def bericht(session):
    """Bericht zur Bündnisarbeit: nox -s bericht -- --stichtag 2026-12-31 --seit 2026-01-01."""
    session.install("-e", ".")
    session.run("kompasswerk", "bericht", *session.posargs)


@nox.session
def stand(session):
    """Was fehlt, was fällig ist, was die AG sucht (auch: -- --ruecklauf ORDNER)."""
    session.install("-e", ".")
    session.run("kompasswerk", "stand", *session.posargs)


@nox.session
def vergleichen(session):
    """Word und PDF mit den Seiten vergleichen (auch: -- --quelle ANDERES/PROJEKT)."""
    session.install("-e", ".[vergleich]")
    session.run("kompasswerk", "vergleichen", *session.posargs)


@nox.session
def messen(session):
    """Word, PDF und Website gegen andere Werkzeuge messen (auch: -- --kurz); dauert lange."""
    # Needs nothing: every measured program gets an environment of its own in _build/messungen.
    measure(session, "messungen")
    session.notify("baumessung", posargs=[])


@nox.session
def suchmessung(session):
    """Suche der Website gegen die von Sphinx messen; Bericht in scripts/messungen/suche.md."""
    install_programs(session, "chromium")
    session.install("-e", ".[tests]")
    measure(session, "messungen.suche")


@nox.session
def zugang(session):
    """Barrierefreiheit, HTML und Gewicht der Website messen; Bericht in scripts/messungen."""
    install_programs(session, *MEASURING)
    session.install("-e", ".[tests]")
    measure(session, "messungen.zugang")


@nox.session
def katalogmessung(session):
    """Katalog der Website mit 1000 Fällen messen; Bericht in scripts/messungen/katalog.md."""
    install_programs(session, "chromium")
    session.install("-e", ".[tests]")
    measure(session, "messungen.katalog")


@nox.session
def arbeitsbuchmessung(session):
    """Arbeitsbücher erzeugen und einlesen: wie schnell, mit wie viel Speicher."""
    session.install("-e", ".")
    measure(session, "messungen.arbeitsbuch")


@nox.session
def baumessung(session):
    """Bauzeit der Website gegen MkDocs und Zensical messen (auch: -- --nur-wir --viele 0)."""
    session.install("-e", ".")
    measure(session, "messungen.website")


@nox.session
def tests(session):
    """Tests des Programms (auch: -- tests/reading)."""
    install_programs(session, *PROGRAMS)
    session.install("-e", ".[tests]")
    # Two workers: most of the time goes into LibreOffice, Chromium and Typst.
    session.run("pytest", "-n", "2", "--dist", "loadgroup", *session.posargs)


@nox.session
def lint(session):
    """Stil und Typen des Programms prüfen."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")


def measure(session, module):
    """Run a measurement with what stands behind the session's name."""
    session.run("python", "-m", module, *session.posargs, env={"PYTHONPATH": "scripts"})


def install_programs(session, *names):
    """Install programs of the machine, or name the line that does; never skip in silence."""
    known = {**PROGRAMS, **MEASURING}
    packages = sorted({known[name] for name in names if shutil.which(name) is None})
    if not packages:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        session.error(f"Es fehlen Programme. Auf Debian und Ubuntu: sudo {line}")
    session.run("apt-get", "update", "-q", external=True)
    session.run(*line.split(), external=True, env={"DEBIAN_FRONTEND": "noninteractive"})
