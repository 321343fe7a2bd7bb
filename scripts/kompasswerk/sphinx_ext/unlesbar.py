"""Files that hold no text a parser could take: named in German, left out of the build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..reading.files import unreadable
from .warnings import Kind, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def leave_out_unreadable(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Warn about each file that cannot be read and treat it as if it were not there.

    Sphinx itself would break off at the first byte that is no UTF-8, and no other page would
    be built. A page that was readable in an earlier build goes to ``removed``.
    """
    root = Path(app.srcdir)
    for docname in sorted(added | changed):
        findings = unreadable(Path(env.doc2path(docname)), root)
        for finding in findings:
            warn(Kind.CONTENT, finding.message, f"{root / finding.path}:{finding.line}")
        if findings:
            env.project.docnames.discard(docname)
            added.discard(docname)
            changed.discard(docname)
            removed.add(docname)
    return []
