"""What the operating system refuses, in German and with a way out."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "kein Zugriff. Bitte Rechte prüfen und Programme schließen, die sie offen haben",
    errno.EPERM: "kein Zugriff. Bitte Rechte prüfen und Programme schließen, die sie offen haben",
    errno.EROFS: "der Datenträger ist schreibgeschützt. Bitte einen anderen Ordner verwenden",
    errno.ENOSPC: "der Datenträger ist voll. Bitte Platz schaffen",
    errno.ENOENT: "Datei oder Ordner fehlt. Bitte den Pfad prüfen",
    errno.EEXIST: "den Namen gibt es schon. Bitte löschen oder umbenennen",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner. Bitte den Pfad prüfen",
    errno.EISDIR: "dort ist ein Ordner. Bitte löschen oder umbenennen",
}


def in_german(error: OSError) -> str:
    """Return one sentence that names the file and the way out; unknown reasons stay English."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    name = error.filename2 or error.filename
    return f"{name}: {reason}." if name is not None else f"{reason[:1].upper()}{reason[1:]}."
