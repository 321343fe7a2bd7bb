"""Lists over pages: catalogue, matrix, pilots; and that they are never stale."""

from __future__ import annotations

import pytest
from beispiele import fall, projekt

PILOT = """\
---
art: pilot
titel: Bäume auf Zeit
ag: klima
platz: 1
status:
  - {stufe: umsetzung, text: Läuft in Gotha., stand: 2023-08, quelle: s1}
standorte:
  - {ort: Gotha, termin: 21. August 2023, quelle: s1}
kriterien:
  messbar: {erfuellt: teilweise, grund: Es fehlen Zahlen., quelle: s1}
freigabe: entwurf
stand: 2026-11-22
quellen:
  s1: {titel: Bericht, herausgeber: LEG, jahr: 2023, fundstelle: Kapitel 7}
---

## Projektinhalt

Bäume. {quelle}`s1`

## Projektstatus

Läuft. {quelle}`s1`

## Projektumsetzung

Gotha. {quelle}`s1`

## Zielgruppen

Alle. {quelle}`s1`
"""


def with_list(text: str) -> dict[str, str]:
    files = projekt()
    files["bestpractice/index.md"] += f"\n{text}\n"
    files["bestpractice/umbau.md"] = fall("Umbau", "umnutzung")
    return files


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("ansatz=umnutzung", ["Umbau"]),
        ("ansatz=umnutzung|zwischennutzung", ["Laden auf Zeit", "Umbau"]),
        ("ansatz=umnutzung; land=Bayern", []),
        ("groessenklasse=grosse-kleinstadt; ort=Musterstadt", ["Laden auf Zeit", "Umbau"]),
    ],
)
def test_the_catalogue_shows_cases_that_fulfil_all_conditions(build, condition, shown):
    files = with_list("")
    files["auswahl.md"] = f"# Auswahl\n\n:::{{katalog}}\n:wo: {condition}\n:als: tabelle\n:::\n"
    table = build(files).html("auswahl")
    assert [
        title for title in ("Laden auf Zeit", "Umbau") if f"{title}</span></a>" in table
    ] == shown
    assert ("noch keinen Fall" in table) is (not shown)


def test_a_condition_on_an_unknown_field_is_named(build):
    built = build(with_list(":::{katalog}\n:wo: ansaz=umnutzung\n:::"))
    assert "„ansaz“ ist kein Feld eines Falls" in built.warnings


def test_the_matrix_counts_cases_and_shows_gaps(build):
    html = build(with_list(":::{matrix}\n:::")).html("bestpractice/index")
    assert 'href="#matrix-ladenlokal-umnutzung">1</a>' in html
    assert 'id="matrix-ladenlokal-umnutzung"' in html
    assert html.count(">gesucht<") == 14 * 11 - 2


def test_the_six_places_for_pilots_are_shown_with_the_empty_ones(build):
    files = with_list(":::{pilotstand}\n:::")
    files["pilots/baeume.md"] = PILOT
    html = build(files).html("bestpractice/index")
    assert html.count("noch frei: Vorschläge gesucht") == 5
    assert "Gotha: 21. August 2023" in html
    assert "Läuft in Gotha. (Stand August 2023)" in html
    assert "Es fehlen Zahlen." in html


def test_an_edit_of_a_title_reaches_every_page_that_shows_it(build):
    files = projekt()
    build(files)
    built = build({"bestpractice/laden-auf-zeit.md": fall("Neuer Name")})
    assert "Neuer Name" in built.html("bestpractice/index")
    assert "Neuer Name" in built.html("kompass/schritte/bestand-erfassen")


def test_a_change_that_another_builder_has_read_still_reaches_the_website(build):
    build(projekt(), out="website", read="alle")
    change = {"bestpractice/laden-auf-zeit.md": fall("Neuer Name")}
    build(change, "dummy", out="andere", read="alle")
    assert "Neuer Name" in build({}, out="website", read="alle").html("bestpractice/index")


def test_a_build_that_broke_off_while_writing_is_made_good(build, monkeypatch):
    def broken(*args: object) -> None:
        raise KeyboardInterrupt

    build(projekt())
    with monkeypatch.context() as patch:
        patch.setattr("kompasswerk.sphinx_ext.website.Website.write_documents", broken)
        with pytest.raises(KeyboardInterrupt):
            build({"bestpractice/laden-auf-zeit.md": fall("Neuer Name")})
    assert "Neuer Name" in build({}).html("bestpractice/index")


def test_a_new_and_a_removed_case_reach_the_catalogue(build, tmp_path):
    build(projekt())
    assert "Umbau" in build({"bestpractice/umbau.md": fall("Umbau")}).html("bestpractice/index")
    (tmp_path / "projekt/bestpractice/umbau.md").unlink()
    built = build({})
    assert "Umbau" not in built.html("bestpractice/index")
    assert not (built.out / "bestpractice/umbau.html").exists()


def test_a_deleted_page_leaves_the_website_even_if_another_builder_saw_it_go(build, tmp_path):
    build(projekt() | {"bestpractice/umbau.md": fall("Umbau")}, out="website", read="alle")
    (tmp_path / "projekt/bestpractice/umbau.md").unlink()
    build({}, "dummy", out="andere", read="alle")
    built = build({}, out="website", read="alle")
    assert not (built.out / "bestpractice/umbau.html").exists()
    assert (built.out / "search.html").exists()


def test_a_picture_that_no_page_shows_leaves_the_website(build, tmp_path):
    (tmp_path / "projekt/haus.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    files = projekt()
    assert (
        build(files | {"index.md": files["index.md"] + "\n![Haus](haus.png)\n"}).out
        / ("_images/haus.png")
    ).exists()
    assert not (build(files).out / "_images/haus.png").exists()


def test_lists_that_are_gone_are_forgotten(build, tmp_path):
    build(projekt())
    (tmp_path / "projekt/kompass/listen.yaml").unlink()
    page = "bestpractice/laden-auf-zeit"
    assert build({}).html(page) == build({}, out="neu").html(page)


@pytest.mark.parametrize("jobs", [1, 2])
def test_incremental_and_parallel_builds_equal_a_full_serial_one(build, jobs):
    files = with_list(":::{matrix}\n:::")
    first = {**files, "bestpractice/umbau.md": fall("Vorher", "umnutzung")}
    build(first, jobs=jobs, out="a")
    step = build({"bestpractice/umbau.md": fall("Umbau", "umnutzung")}, jobs=jobs, out="a")
    full = build({}, out="b")
    for docname in full.app.env.all_docs:
        assert step.html(docname) == full.html(docname), docname


def test_an_indicator_shows_its_values_with_their_days(build):
    files = projekt()
    files["pilots/baum.md"] = PILOT.replace(
        "freigabe: entwurf",
        "indikatoren:\n  - {kennzahl: Sitzende, einheit: Personen, vorher: 3, "
        "vorher_stand: 2026-05, ziel: 9, bis: 2027-05, quelle: s1}\nfreigabe: entwurf",
    )
    files["index.md"] += "\n```{toctree}\npilots/baum\n```\n"
    page = build(files).html("pilots/baum").replace("\u00a0", " ")
    assert "Sitzende: vorher 3 Personen (Stand Mai 2026), Ziel 9 Personen (bis Mai 2027)" in page
