"""Forms in the copy with tracked changes: rows that repeat are compared once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alle_bausteine import p
from formularbuch import QUESTIONS, ROWS, form_book, house_row

from kompasswerk.buch.blocks import Book
from kompasswerk.docx.audit import audit
from kompasswerk.ergaenzung.handbook import read_handbook
from kompasswerk.ergaenzung.redline import tracked

from .test_nachverfolgung import marked

# Docxodus unpacks itself when it is used first, which two processes must not do at once.
pytestmark = pytest.mark.xdist_group("docxodus")


def edition(number: str, text: str, *more_rows: object) -> Book:
    rows = replace(ROWS, rows=(*ROWS.rows, *more_rows))
    book = form_book(QUESTIONS, p(text), rows)
    return replace(book, number=number, edition="Entwurf", state="Entwurf")


def test_a_new_row_of_answers_is_one_change(write, tmp_path: Path):
    old = read_handbook(write(edition("1", "Alter Text.")))
    new = read_handbook(write(edition("2", "Alter Text.", house_row(4))))
    copy = tmp_path / "aenderungen.docx"
    copy.write_bytes(tracked(old, new, "Redaktion"))
    assert audit(copy) == []
    assert marked(copy, "w:del", "w:delText") == []
    inserted = "".join(marked(copy, "w:ins", "w:t"))
    assert inserted.replace("\xa0", "") == "eintragenwählenZahl"
