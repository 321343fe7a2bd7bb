"""The Word template from the design tokens: every look is a named style that people can change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model.gestaltung import Gestaltung
from .oxml import numbering, parts, styles, theme
from .oxml.base import Element, serialized
from .oxml.numbering import Level
from .package import write_zip
from .template_boxes import box_styles
from .template_pages import page_styles
from .template_signs import character_styles
from .template_tables import table_styles
from .template_text import text_styles
from .tokens import Tokens

LANGUAGE = "de-DE"
HEADINGS = "Kompass Überschriften"


def build_template(gestaltung: Gestaltung, target: Path) -> None:
    """Write the template with all styles to ``target``; same tokens, same bytes."""
    tokens = Tokens(gestaltung)
    write_zip(
        target,
        {
            "[Content_Types].xml": parts.content_types().encode(),
            "_rels/.rels": parts.relations(
                {
                    "officeDocument": "word/document.xml",
                    "core-properties": "docProps/core.xml",
                    "extended-properties": "docProps/app.xml",
                }
            ).encode(),
            "docProps/app.xml": parts.application().encode(),
            "docProps/core.xml": parts.core("Vorlage", LANGUAGE).encode(),
            "word/document.xml": serialized(parts.document(parts.page(tokens.margins()))),
            "word/fontTable.xml": serialized(parts.fonts([tokens.font, tokens.fixed])),
            "word/numbering.xml": serialized(_numbering()),
            "word/settings.xml": serialized(parts.settings(LANGUAGE)),
            "word/theme/theme1.xml": own_theme(gestaltung),
            "word/styles.xml": serialized(own_styles(gestaltung)),
            "word/_rels/document.xml.rels": parts.relations(
                {
                    "styles": "styles.xml",
                    "numbering": "numbering.xml",
                    "settings": "settings.xml",
                    "fontTable": "fontTable.xml",
                    "theme": "theme/theme1.xml",
                }
            ).encode(),
        },
    )


def own_styles(gestaltung: Gestaltung) -> Element:
    """Return the sheet of all our styles."""
    tokens = Tokens(gestaltung)
    return styles.sheet(
        styles.Letters(font=tokens.font, size=tokens.size("text")),
        styles.Setting(after=0, line=276),
        LANGUAGE,
        [
            *text_styles(tokens),
            *page_styles(tokens),
            *box_styles(tokens),
            *character_styles(tokens),
            *table_styles(tokens),
        ],
    )


def own_theme(gestaltung: Gestaltung) -> bytes:
    """Return the part with the colours and fonts of our menus."""
    tokens = Tokens(gestaltung)
    names = (
        *("text", "weiss", "haupt_dunkel", "flaeche", "haupt", "akzent"),
        *("gut", "warnung", "gefahr", "leise", "haupt", "haupt_dunkel"),
    )
    colors = {slot: tokens.color(name) for slot, name in zip(theme.SLOTS, names, strict=True)}
    return serialized(theme.theme("Kompass", colors, tokens.font))


def _numbering() -> Element:
    root = numbering.root()
    scheme = numbering.scheme(0, HEADINGS, heading_levels([f"Heading{n}" for n in range(1, 7)]))
    numbering.append(root, [scheme], [numbering.instance(1, 0)])
    return root


def heading_levels(ids: Sequence[str]) -> list[Level]:
    """Return levels „1“, „1.1“ … for headings with these styles."""
    indents = (850, 850, 964, 1077, 1191, 1304)
    return [
        Level(
            "decimal",
            ".".join(f"%{number}" for number in range(1, level + 2)),
            indents[level],
            indents[level],
            style,
        )
        for level, style in enumerate(ids)
    ]
