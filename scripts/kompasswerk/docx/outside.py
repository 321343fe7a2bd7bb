"""What a returned workbook must not bring along: things that lie elsewhere or inside of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..reading.refused import RefusedFileError
from .opening import root_of

_RELS = ".rels"
_LINK = "/hyperlink"
_TEMPLATE = "/attachedTemplate"
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]+://(?!/)|\\\\|//)", re.IGNORECASE)
_EMBEDDED = ("/aFChunk", "/oleObject", "/package", "/control")


def check_outside(name: str, parts: Mapping[str, bytes]) -> None:
    """Raise :class:`RefusedFileError` for a file that points outside or holds other files.

    Links to follow are allowed, and so is the name of a template on somebody's own computer:
    Word writes it by itself.
    """
    for part, blob in parts.items():
        if part.endswith(_RELS):
            for relation in root_of(name, blob):
                kind, target = relation.get("Type", ""), relation.get("Target", "")
                if relation.get("TargetMode", "").lower() == "external":
                    _check_target(name, kind, target)
                elif kind.endswith(_EMBEDDED):
                    raise RefusedFileError(
                        f"„{name}“ enthält eine eingebettete Datei. Bitte löschen Sie diese im "
                        "Dokument und speichern Sie es neu."
                    )


def _check_target(name: str, kind: str, target: str) -> None:
    own = kind.endswith(_TEMPLATE) and not _REMOTE.match(target)
    if not kind.endswith(_LINK) and not own:
        raise RefusedFileError(
            f"„{name}“ lädt beim Öffnen etwas von außen: „{target[:80]}“. "
            "Bitte fügen Sie Bilder fest ein und speichern Sie die Datei neu."
        )
