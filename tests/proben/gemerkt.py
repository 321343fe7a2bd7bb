"""Pages for the basket, and what tests do on its page."""

from __future__ import annotations

import json

JENA, WERNE = "bestpractice/blank-jena", "bestpractice/anmietung-werne"
ROTTENBACH = "bestpractice/bahnhof-rottenbach"
ASCHERSLEBEN = "bestpractice/aschersleben-von-aussen-nach-innen"
TOOL, SHEET = "kompass/instrumente/zwischennutzung", "kompass/arbeitsblaetter/selbstcheck"


def titles(page) -> list[str]:
    return page.locator(".merkzettel-titel").all_inner_texts()


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def kept(page) -> list[str]:
    return page.evaluate("() => Kompass.korb.alle()")


def load(page, text: str) -> None:
    """Choose a file with this text where a basket is loaded."""
    with page.expect_file_chooser() as chooser:
        button(page, "Datei laden").click()
    chooser.value.set_files({"name": "korb.json", "mimeType": "", "buffer": text.encode()})


def korb(*pages: object, **more: object) -> str:
    return json.dumps({"format": "kompass-korb", "ausgabe": "1", "seiten": pages, **more})
