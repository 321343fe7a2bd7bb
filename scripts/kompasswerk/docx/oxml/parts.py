"""Raw XML of the parts beside the text: notes, header, footer, settings, fonts, package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .base import Element, find_all, make, valued
from .paragraph import ParagraphLook, paragraph
from .text import RunLook, languages, run

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def notes(kind: str, content: Mapping[int, Iterable[Element]]) -> Element:
    """``<w:footnotes>`` with the two separators that Word needs, then the notes by number.

    ``kind`` is ``footnote`` or ``endnote``.
    """
    separators = [
        _separator(kind, -1, "separator"),
        _separator(kind, 0, "continuationSeparator"),
    ]
    said = [make(f"w:{kind}", {"w:id": str(key)}, note) for key, note in content.items()]
    return make(f"w:{kind}s", children=[*separators, *said])


def _separator(kind: str, number: int, mark: str) -> Element:
    line = paragraph(ParagraphLook(after=0), [run(RunLook(), make(f"w:{mark}"))])
    return make(f"w:{kind}", {"w:type": mark, "w:id": str(number)}, [line])


def refer_to_separators(settings: Element, kind: str) -> None:
    """Name the two separators in the settings, where Word looks for them."""
    for old in find_all(settings, "w:footnotePr | w:endnotePr"):
        settings.remove(old)
    numbers = [make(f"w:{kind}", {"w:id": str(number)}) for number in (-1, 0)]
    arabic = [valued("w:numFmt", "decimal")] if kind == "endnote" else []
    part = make(f"w:{kind}Pr", children=[*arabic, *numbers])
    compat = find_all(settings, "w:compat")
    settings.insert(settings.index(compat[0]) if compat else len(settings), part)


# What a template says about itself as a file: not true of a document made on it.
_OF_THE_FILE = ("attachedTemplate", "mailMerge", "updateFields", "documentProtection")
_OF_NOTES = ("writeProtection", "footnotePr", "endnotePr")


def forget_the_file(settings: Element) -> None:
    """Remove ties to other files, protection, notes, and the wish to update on opening."""
    for name in (*_OF_THE_FILE, *_OF_NOTES):
        for item in find_all(settings, f"w:{name}"):
            settings.remove(item)


def same_edges(settings: Element) -> None:
    """Let even pages have the header and footer of odd ones."""
    for item in find_all(settings, "w:evenAndOddHeaders"):
        settings.remove(item)


def edge(root: str, content: Iterable[Element]) -> Element:
    """``<w:hdr>content</w:hdr>`` or ``<w:ftr>…``."""
    return make(root, children=content)


def document(page: Element) -> Element:
    """``<w:document mc:Ignorable="w14"><w:body><w:p/>page</w:body></w:document>``."""
    body = make("w:body", children=[paragraph(ParagraphLook()), page])
    return _rooted("w:document", [body])


def _rooted(name: str, children: Sequence[Element]) -> Element:
    frame = make(name, {"mc:Ignorable": "w14", "w14:probe": ""}, children)
    frame.attrib.pop("{http://schemas.microsoft.com/office/word/2010/wordml}probe")
    return frame


def page(size: Mapping[str, int]) -> Element:
    """``<w:sectPr>`` of an A4 page with margins in twips (top, bottom, left, right)."""
    margins = {f"w:{side}": str(value) for side, value in size.items()}
    return make(
        "w:sectPr",
        children=[
            make("w:pgSz", {"w:w": "11906", "w:h": "16838"}),
            make("w:pgMar", {**margins, "w:header": "680", "w:footer": "680", "w:gutter": "0"}),
            make("w:cols", {"w:space": "708"}),
        ],
    )


def settings(language: str) -> Element:
    """Settings: zoom, facing margins, hyphenation, no compatibility mode, language of the theme."""
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
    }
    return make(
        "w:settings",
        children=[
            make("w:zoom", {"w:percent": "100"}),
            make("w:mirrorMargins"),
            valued("w:defaultTabStop", 709),
            make("w:autoHyphenation"),
            valued("w:consecutiveHyphenLimit", 2),
            valued("w:hyphenationZone", 284),
            valued("w:characterSpacingControl", "doNotCompress"),
            make("w:compat", children=[make("w:compatSetting", mode)]),
            make("w:themeFontLang", {"w:val": language}),
            valued("w:decimalSymbol", ","),
            valued("w:listSeparator", ";"),
        ],
    )


def fonts(names: Iterable[str]) -> Element:
    """``<w:fonts><w:font w:name="Arial"/>…``."""
    return make(
        "w:fonts",
        children=[
            make("w:font", {"w:name": name}, [make("w:charset", {"w:val": "00"})]) for name in names
        ],
    )


def content_types() -> str:
    """The list of part types of a bare template."""
    kinds = {"document": "document.main", "fontTable": "fontTable"}
    kinds |= {name: name for name in ("styles", "settings", "numbering")}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    parts += f'<Override PartName="/word/theme/theme1.xml" ContentType="{_THEME}"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}"
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        "</Types>"
    )


def relations(targets: Mapping[str, str]) -> str:
    """A relations part: kind (last part of its address) to target."""
    special = {"core-properties": f"{_RELATIONS}/metadata"}
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{special.get(kind, _OFFICE)}/{kind}" '
        f'Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'
    )


def core(title: str, language: str) -> str:
    """Core properties of a bare template."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


def application() -> str:
    """Extended properties: no program names itself."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>Microsoft Office Word</Application></Properties>'
    )


def default_language(styles: Element, language: str) -> None:
    """Set the language in which all text without one of its own is checked and hyphenated."""
    for item in find_all(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        item.attrib.update(make("w:lang", languages(language)).attrib)
