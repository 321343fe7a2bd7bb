"""The open data of the real handbook keeps to its schema, and its page leads to it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

pytestmark = pytest.mark.xdist_group("browser")

FEWEST = {"faelle": 80, "instrumente": 20, "pilots": 3, "programme": 10, "schritte": 8}


@pytest.mark.parametrize("name", FEWEST)
def test_every_file_keeps_to_the_schema_beside_it(site, name):
    document = json.loads((site / f"daten/{name}.json").read_text(encoding="utf-8"))
    schema = json.loads((site / f"daten/{document['schema']}").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(document)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []
    assert len(document["seiten"]) >= FEWEST[name]
    assert all((site / seite["seitenadresse"]).is_file() for seite in document["seiten"])


def test_the_page_links_every_file_and_stands_in_the_foot(page, site):
    page.goto((site / "bestpractice/blank-jena.html").as_uri())
    page.locator(".fuss").get_by_role("link", name="Offene Daten").click()
    page.wait_for_url("**/offene-daten.html")
    addresses = page.locator("article table a").evaluate_all("els => els.map(each => each.href)")
    files = [site / "daten" / address.rpartition("/")[2] for address in addresses]
    assert len(files) == 12
    assert all(file.is_file() for file in files)
