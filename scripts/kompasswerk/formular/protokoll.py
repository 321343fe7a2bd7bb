"""The *Rücklaufprotokoll*: what was read from one file, as a page that any browser shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..model.formular import Blatt, Formularfeld, Stelle, answer_title
from .answers import Antwort, Ruecklauf
from .merge import Stadtstand
from .origin import Origin
from .values import show_value

_HEAD = """<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
{mark}
<title>Rücklaufprotokoll: {name}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }}
h1, h2 {{ line-height: 1.2; }}
h2 {{ margin-top: 2rem; }}
.breit {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; padding: 0.25rem 0; color: #555; }}
th, td {{ border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left;
  vertical-align: top; overflow-wrap: break-word; white-space: pre-line; }}
thead th {{ background: #eee; white-space: nowrap; }}
.breit {{ margin-bottom: 1rem; }}
tbody th {{ font-weight: normal; }}
</style>
</head>
<body>
<main>
<h1>Rücklaufprotokoll</h1>
"""
_FOOT = "</main>\n</body>\n</html>\n"
MANY = 50
"""After so many finds the rest is folded away."""
NOTHING = "Es gibt nichts zu klären."
WHOSE = (
    "Klären Sie mit der Stadt, woher die Datei kommt. Dann berichtigen Sie den Namen in der Datei, "
    "oder übertragen Sie die Antworten in das Arbeitsbuch der richtigen Stadt, und lesen noch "
    "einmal ein."
)
CONTRADICTING = "Hier widersprechen sich die Dateien. Bis zur Klärung zählt keine der Antworten."


def protocol(ruecklauf: Ruecklauf, sheets: Sequence[Blatt], quelle: str, origin: Origin) -> str:
    """Return the protocol of a file that was read; ``quelle`` is its path below the folder."""
    names = _Names(sheets)
    parts = [
        _head(quelle),
        _list(_facts(ruecklauf, quelle)),
        "<h2>Bitte ansehen</h2>\n",
        "".join((*_about_town(origin), *_open_points(ruecklauf, names))) or f"<p>{NOTHING}</p>\n",
        *_answers(ruecklauf, names),
        *_places("Leere Felder", ruecklauf.leer, names),
    ]
    return "".join(parts) + _FOOT


def refusal(quelle: str, reason: str) -> str:
    """Return the protocol of a file that was not read."""
    facts = _list((("Datei", quelle), ("Gelesen", "nichts")))
    return f"{_head(quelle)}{facts}<h2>Nicht gelesen</h2>\n<p>{escape(reason)}</p>\n{_FOOT}"


def towns_page(
    towns: Iterable[Stadtstand],
    questions: Sequence[tuple[str, str]],
    sheets: Sequence[Blatt],
    name: str,
) -> str:
    """Return a page on towns that have sent several files, with all that contradicts.

    ``questions`` are files whose town must be settled or looked at, each with a sentence.
    """
    names = _Names(sheets)
    parts = [_head(name)]
    if questions:
        parts.append("<h2>Welche Stadt?</h2>\n")
        parts.append(_table(WHOSE, ("Datei", "Zu klären"), questions))
    for town in towns:
        file = town.ruecklauf
        parts.append(f"<h2>{escape(file.stadt or town.schluessel)}</h2>\n")
        parts.append(_list((("Dateien", "; ".join(town.dateien)),)))
        rows = [
            (names.sheet(each.stelle.blatt), names.title(each.stelle), datei, answer.text)
            for each in sorted(town.konflikte, key=lambda one: names.order(one.stelle))
            for datei, answer in each.aussagen
        ]
        heads = ("Blatt", "Frage", "Datei", "Antwort")
        parts.append(_table(CONTRADICTING, heads, rows) if rows else f"<p>{NOTHING}</p>\n")
    return "".join(parts) + _FOOT


def source_mark(quelle: str) -> str:
    """Return the line by which a protocol says from which file it was made."""
    return f'<meta name="kompass-quelle" content="{escape(quelle)}">'


class _Names:
    """Labels and titles of fields by their place."""

    def __init__(self, sheets: Sequence[Blatt]) -> None:
        self.sheets = {sheet.slug: sheet for sheet in sheets}

    def field(self, stelle: Stelle) -> Formularfeld | None:
        sheet = self.sheets.get(stelle.blatt)
        return sheet.field(stelle) if sheet else None

    def order(self, stelle: Stelle) -> tuple[int, int, Stelle]:
        """Return where a place stands: by the number of its sheet, then down the sheet."""
        sheet = self.sheets.get(stelle.blatt)
        keys = [each.key for each in sheet.felder] if sheet else []
        row = keys.index(stelle.key) if stelle.key in keys else len(keys)
        return (sheet.nummer if sheet else len(self.sheets) + 1), row, stelle

    def title(self, stelle: Stelle) -> str:
        sheet = self.sheets.get(stelle.blatt)
        own = next((f for f in sheet.felder if f.key == stelle.key), None) if sheet else None
        column = self.field(stelle) if stelle.spalte else None
        if own is None or (stelle.spalte and column is None):
            return str(stelle)
        return answer_title(own, stelle.zeile, column)

    def sheet(self, slug: str) -> str:
        sheet = self.sheets.get(slug)
        return f"Blatt {sheet.nummer}: {sheet.titel}" if sheet else f"Unbekanntes Blatt „{slug}“"


def _head(quelle: str) -> str:
    return _HEAD.format(mark=source_mark(quelle), name=escape(quelle))


def _facts(ruecklauf: Ruecklauf, quelle: str) -> Iterator[tuple[str, str]]:
    yield "Datei", quelle
    yield "Stadt", " ".join(filter(None, (ruecklauf.stadt, ruecklauf.ags))) or "nicht genannt"
    yield "Ausgabe", ruecklauf.ausgabe or "nicht genannt"
    doubtful = sum(bool(each.zweifel) for each in ruecklauf.antworten)
    counts = (
        (len(ruecklauf.antworten), "Antworten"),
        (doubtful, "davon zweifelhaft"),
        (len(ruecklauf.leer), "leere Felder"),
        (len(ruecklauf.fehlend), "fehlende Felder"),
        (len(ruecklauf.fundstuecke), "Text außerhalb der Felder"),
    )
    yield "Gelesen", "; ".join(f"{word}: {count}" for count, word in counts)


def _list(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(key)}</dt><dd>{escape(value)}</dd>\n" for key, value in facts)
    return f"<dl>\n{rows}</dl>\n"


def _about_town(origin: Origin) -> Iterator[str]:
    if origin.zweifel or origin.hinweis:
        yield f"<p>{escape(origin.zweifel or origin.hinweis)}</p>\n"


def _open_points(ruecklauf: Ruecklauf, names: _Names) -> Iterator[str]:
    doubts = [
        (names.sheet(each.stelle.blatt), names.title(each.stelle), each.text, each.zweifel)
        for each in ruecklauf.antworten
        if each.zweifel
    ]
    if doubts:
        heads = ("Blatt", "Frage", "Geschrieben", "Zweifel")
        yield _table("Diese Antworten passen nicht zu ihrer Frage.", heads, doubts)
    if ruecklauf.fundstuecke:
        found = [(each.ort, each.text) for each in ruecklauf.fundstuecke]
        yield _table("Dieser Text steht außerhalb der Felder.", ("Ort", "Text"), found[:MANY])
        if len(found) > MANY:
            rest = _table("Weiterer Text außerhalb der Felder", ("Ort", "Text"), found[MANY:])
            title = f"<summary>{len(found) - MANY} weitere Fundstücke</summary>"
            yield f"<details>\n{title}\n{rest}</details>\n"
    yield from _places("Fehlende Felder", ruecklauf.fehlend, names)
    for slug, version in ruecklauf.versionen:
        sheet = names.sheets.get(slug)
        if sheet is None or sheet.version != version:
            text = f"{names.sheet(slug)} stammt aus einer anderen Fassung des Arbeitsbuchs."
            yield f"<p>{escape(text)}</p>\n"


def _answers(ruecklauf: Ruecklauf, names: _Names) -> Iterator[str]:
    for slug in dict.fromkeys(each.stelle.blatt for each in ruecklauf.antworten):
        rows = [_row(each, names) for each in ruecklauf.antworten if each.stelle.blatt == slug]
        yield f"<h2>{escape(names.sheet(slug))}</h2>\n"
        heads = ("Frage", "Geschrieben", "Gelesen als", "Erkannt an")
        yield _table(f"Antworten: {len(rows)}", heads, rows)


def _row(answer: Antwort, names: _Names) -> tuple[str, ...]:
    field = names.field(answer.stelle)
    read = show_value(field, answer.wert) if field is not None else ""
    title = names.title(answer.stelle)
    return title, answer.text, read or "nicht lesbar", answer.erkannt.value


def _places(title: str, places: Sequence[Stelle], names: _Names) -> Iterator[str]:
    if not places:
        return
    yield f"<h2>{title}</h2>\n"
    for slug in dict.fromkeys(each.blatt for each in places):
        own = "; ".join(names.title(each) for each in places if each.blatt == slug)
        yield f"<p><strong>{escape(names.sheet(slug))}:</strong> {escape(own)}</p>\n"


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    lines = []
    for first, *rest in rows:
        cells = "".join(f"<td>{escape(each)}</td>" for each in rest)
        lines.append(f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>\n')
    return (
        f'<div class="breit"><table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr>'
        f"</thead>\n<tbody>\n{''.join(lines)}</tbody>\n</table></div>\n"
    )
