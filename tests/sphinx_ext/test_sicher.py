"""What a page may not do in a build that nobody has checked before."""

from __future__ import annotations

import pytest
from beispiele import projekt

PAGE = "kompass/schritte/bestand-erfassen"


def built_with(build, text, builder="html"):
    files = projekt()
    files[f"{PAGE}.md"] += f"\n{text}\n"
    return build(files, builder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![Bild](../../../geheim.png)", "liegt außerhalb des Projekts"),
        (":::{figure} ../../../geheim.png\n:alt: Bild\n:::", "liegt außerhalb des Projekts"),
        ("![Bild](verweis.png)", "liegt außerhalb des Projekts"),
        ("{download}`Bild <../../../geheim.png>`", "liegt außerhalb des Projekts"),
        ("[Bild](../../../geheim.png)", "liegt außerhalb des Projekts"),
        ("![Bild](http://127.0.0.1:9/x.png)", "liegt auf einem fremden Server"),
        ("![Bild](//127.0.0.1:9/x.png)", "liegt auf einem fremden Server"),
        ("![Bild](data:image/png;base64,AAAA)", "liegt auf einem fremden Server"),
        (":::{button-link} javascript:alert(1)\nBild\n:::", "ist nicht erlaubt"),
        (":::{card} Bild\n:link: javascript:alert(1)\n:::", "ist nicht erlaubt"),
    ],
)
def test_what_leads_out_of_the_project_becomes_its_text(build, tmp_path, text, said):
    (tmp_path / "geheim.png").write_bytes(b"geheim")
    (tmp_path / "projekt/kompass/schritte").mkdir()
    (tmp_path / "projekt/kompass/schritte/verweis.png").symlink_to(tmp_path / "geheim.png")
    built = built_with(build, text)
    (warning,) = built.warnings.strip().splitlines()
    assert f"{PAGE}.md:" in warning
    assert said in warning
    html = built.html(PAGE)
    assert "Bild" in html
    assert "127.0.0.1" not in html
    assert 'href="javascript' not in html
    assert not any(path.name.startswith(("geheim", "verweis")) for path in built.out.rglob("*"))


@pytest.mark.parametrize(
    "directive",
    [
        "{include} ../../../geheim.txt",
        "{literalinclude} ../../../geheim.txt\n:language: text",
        "{csv-table} Titel\n:file: ../../../geheim.txt",
        "{raw} html\n:file: ../../../geheim.txt",
    ],
)
def test_directives_that_bring_in_files_are_refused(build, tmp_path, directive):
    (tmp_path / "geheim.txt").write_text("streng geheim", encoding="utf-8")
    built = built_with(build, f"```{directive}\n```")
    (warning,) = built.warnings.strip().splitlines()
    assert f"{PAGE}.md:19" in warning
    assert "ist gesperrt. Bitte ausschreiben." in warning
    assert "streng geheim" not in built.html(PAGE)


def test_embedded_restructured_text_opens_no_way_round(build, tmp_path):
    (tmp_path / "geheim.txt").write_text("streng geheim", encoding="utf-8")
    rst = ".. include:: ../../../geheim.txt\n\n.. literalinclude:: ../../../geheim.txt"
    built = built_with(build, f"```{{eval-rst}}\n{rst}\n```")
    assert built.warnings.count("ist gesperrt") == 2
    assert "streng geheim" not in built.html(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        'Text <b onclick="alert(1)">fett</b> weiter',
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:alert(1)">Bild</a>',
        "```{eval-rst}\n.. role:: roh(raw)\n   :format: html\n\n:roh:`<i>alert(1)</i>`\n```",
        '- [ ] <input class="task-list-item-checkbox" onclick="alert(1)">',
    ],
)
def test_html_in_a_text_reaches_no_reader(build, text):
    built = built_with(build, text)
    assert "alert(1)" not in built.html(PAGE)
    assert "HTML. Es fällt weg" in built.warnings or "checkbox" in text


def test_what_markdown_makes_itself_stays(build):
    built = built_with(build, "- [ ] offen\n- [x] erledigt\n\nZeile\\\nnoch eine")
    assert built.warnings == ""
    assert built.html(PAGE).count("kaestchen") == 2
    assert "Zeile<br />" in built.html(PAGE)
