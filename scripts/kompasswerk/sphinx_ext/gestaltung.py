"""The website's stylesheet of design tokens, written from ``gestaltung.yaml`` at build time.

Word, PDF and website share the tokens. Points and millimetres become ``rem``, relative to the
size of running text, because readers choose the size of text in their browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.gestaltung import Gestaltung
from ..reading.gestaltung import read_gestaltung

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLESHEET = "gestaltung.css"
POINTS_PER_MM = 72 / 25.4
BEFORE_OURS = 700
"""After the theme's stylesheets and before ``html_css_files``, which use the variables."""


def setup_gestaltung(app: Sphinx) -> None:
    """Register the setting and the stylesheet."""
    if "kompass_gestaltung" not in app.config:
        app.add_config_value("kompass_gestaltung", "", "env", str)
    app.connect("builder-inited", write_stylesheet)


def write_stylesheet(app: Sphinx) -> None:
    """Write the stylesheet for an HTML build; a project without tokens gets none."""
    own = app.config.kompass_gestaltung
    if app.builder.format != "html" or not own:
        return
    tokens = Path(app.confdir) / own
    target = Path(app.outdir) / "_static" / STYLESHEET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(stylesheet(read_gestaltung(tokens)), encoding="utf-8")
    app.add_css_file(STYLESHEET, priority=BEFORE_OURS)


def stylesheet(gestaltung: Gestaltung) -> str:
    """Return the tokens as CSS variables, in the order of the file.

    Colours are ``--farbe-…``, fonts ``--schrift-…``, sizes ``--groesse-…`` and distances
    ``--abstand-…``. The dark screen follows the system or the reader's choice, never paper.
    """
    light = [
        *_colours(gestaltung.farben),
        *(f"--schrift-{_name(key)}: {value};" for key, value in gestaltung.schrift.items()),
        *(f"--groesse-{_name(k)}: {_rem(v, gestaltung)};" for k, v in gestaltung.groessen.items()),
        *(
            f"--abstand-{_name(key)}: {_rem(value * POINTS_PER_MM, gestaltung)};"
            for key, value in gestaltung.abstaende.items()
        ),
    ]
    rules = [_rule("body", light)]
    if gestaltung.farben_dunkel:
        dark = _colours(gestaltung.farben_dunkel)
        chosen = _rule('body[data-theme="dark"]', dark)
        system = _rule('body:not([data-theme="light"])', dark)
        rules.append(
            f"@media not print {{\n{chosen}\n"
            f"@media (prefers-color-scheme: dark) {{\n{system}\n}}\n}}"
        )
    return "/* Aus gestaltung.yaml erzeugt; Änderungen bitte dort. */\n" + "\n".join(rules) + "\n"


def _colours(farben: Mapping[str, str]) -> list[str]:
    return [f"--farbe-{_name(key)}: {value};" for key, value in farben.items()]


def _rule(selector: str, lines: list[str]) -> str:
    return "\n".join([f"{selector} {{", *(f"  {line}" for line in lines), "}"])


def _name(key: str) -> str:
    return key.replace("_", "-")


def _rem(points: float, gestaltung: Gestaltung) -> str:
    return f"{points / gestaltung.groessen['text']:.3f}rem"
