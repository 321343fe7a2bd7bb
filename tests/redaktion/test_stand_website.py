"""The editors' state on a website: tables, files, the mark of an old page, and writing again."""

from __future__ import annotations

from kompasswerk.redaktion.stand.website import FOLDER, RECORD, WORKBOOK

EXTENSIONS = ("kompasswerk.redaktion.stand",)
CASE = """---
art: fall
titel: {titel}
kurz: Kurz.
teaser: Mehr.
ort: Probstadt
land: Thüringen
ansatz: [zwischennutzung]
gebaeudetyp: [ladenlokal]
akteure: [kommune]
zeitraum: {{beginn: 2020, quelle: q1}}
beleg: mittel
freigabe: entwurf
stand: {stand}
quellen:
  q1: {{titel: Bericht, herausgeber: Stadt, url: 'https://a.example', gesehen: 2026-06}}
---

## Ausgangslage

Text. {{quelle}}`q1`

% offen: Wie viele Läden?
"""
PAGE = "---\nart: seite\ntitel: {}\nfreigabe: entwurf\nstand: 2026-01-01\n---\n\n"
FILES = {
    "index.md": "# Start\n\n```{toctree}\n:glob:\n\nkompass/aufnahme\nbestpractice/*\n```\n",
    "kompass/redaktionsstand.md": PAGE.format("Stand")
    + "".join(
        f":::{{redaktionsstand}} {part}\n:::\n\n"
        for part in ("ueberblick", "seiten", "erneuern", "gesucht", "hinweise")
    ),
    "kompass/aufnahme.md": PAGE.format("Aufnahme")
    + ":::{aufnahme} merkmale\n:::\n\n:::{aufnahme} urteile\n:::\n",
    "bestpractice/alt.md": CASE.format(titel="Alter Fall", stand="2025-01-10"),
    "bestpractice/neu.md": CASE.format(titel="Neuer Fall", stand="2026-12-01"),
}
MARK = "Seit zwei Jahren nicht geprüft"


def test_the_state_follows_the_day_and_only_what_it_changes_is_written(build, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = build(FILES, extensions=EXTENSIONS)
    assert first.warnings == ""
    desk = first.html("kompass/redaktionsstand")
    assert "Am 1.\u00a0Dezember 2026:" in desk  # the newest „stand“, not today
    assert "2 Seiten, 0 fällig oder überfällig, 2 offene Punkte" in desk
    assert desk.count("1 offener Punkt;") == 2
    assert not [p for p in first.out.rglob("*.html") if "Wie viele Läden?" in p.read_text("utf-8")]
    assert MARK not in first.html("bestpractice/alt")
    assert (first.out / FOLDER / WORKBOOK).is_file()
    before = {path: path.stat().st_mtime_ns for path in first.out.rglob("*.html")}

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1799539200")  # 2027-01-10
    later = build({}, extensions=EXTENSIONS)
    assert MARK in later.html("bestpractice/alt")
    assert "Diese Seite ist vom 10.\u00a0Januar 2025." in later.html("bestpractice/alt")
    assert MARK not in later.html("bestpractice/neu")
    assert "10.01.2027 <strong>diese Woche</strong>" in later.html("kompass/redaktionsstand")
    assert "Fall: Alter Fall" in (later.out / FOLDER / "faellig.atom").read_text("utf-8")
    written = {p.stem for p, when in before.items() if p.stat().st_mtime_ns != when}
    assert written >= {"alt", "redaktionsstand", "aufnahme"}
    assert "neu" not in written
    assert (later.out / RECORD).read_text("utf-8").endswith("\nbestpractice/alt")


def test_a_build_with_workers_gives_the_same(build, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1799539200")
    one = build(FILES, extensions=EXTENSIONS)
    two = build({}, extensions=EXTENSIONS, out="zwei", jobs=2)
    for name in ("kompass/redaktionsstand", "kompass/aufnahme", "bestpractice/alt"):
        assert one.html(name) == two.html(name)
    workbooks = [each.out / FOLDER / WORKBOOK for each in (one, two)]
    assert workbooks[0].read_bytes() == workbooks[1].read_bytes()
