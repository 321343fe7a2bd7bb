"""The copy with tracked changes: accepted it is the new edition, rejected the old one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alle_bausteine import p, t
from docx.oxml.ns import qn

import docx
from kompasswerk.buch import blocks as b
from kompasswerk.docx.audit import audit
from kompasswerk.ergaenzung.handbook import read_handbook
from kompasswerk.ergaenzung.redline import RedlineError, tracked

from .conftest import NEW, OLD, book, chapter, line

# Docxodus unpacks itself when it is used first, which two processes must not do at once.
pytestmark = pytest.mark.xdist_group("docxodus")

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">Sub Settle(source As String, target As String, action As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, action, "", 0, Array())
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, format())
  document.close(True)
End Sub
</script:module>
"""


@pytest.fixture(scope="module")
def copy(old, new, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("nachverfolgung") / "aenderungen.docx"
    target.write_bytes(tracked(old, new, "Redaktion"))
    return target


@pytest.fixture(scope="module")
def settle(tmp_path_factory):
    """Return a function that lets LibreOffice carry out a command on all tracked changes."""
    profile = tmp_path_factory.mktemp("profil")
    office = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]

    def start(argument: str) -> None:
        subprocess.run([*office, argument], check=True, capture_output=True, timeout=120)

    start("--terminate_after_init")  # makes the profile with an empty module
    (profile / "user/basic/Standard/Module1.xba").write_text(MACRO)

    def run(source: Path, action: str) -> list[str]:
        target = source.with_name(f"{action}.docx")
        call = f'"{source.as_uri()}","{target.as_uri()}",".uno:{action}AllTrackedChanges"'
        start(f"macro:///Standard.Module1.Settle({call})")
        return paragraphs(target)

    return run


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of the text that say something, those in tables too."""
    body = docx.Document(str(path)).element.body
    texts = ("".join(t.text or "" for t in each.iter(qn("w:t"))) for each in body.iter(qn("w:p")))
    return [text for text in texts if text]


def marked(path: Path, name: str, text: str) -> list[str]:
    body = docx.Document(str(path)).element.body
    return ["".join(t.text or "" for t in each.iter(qn(text))) for each in body.iter(qn(name))]


def test_libreoffice_gets_the_new_edition_by_accepting_and_the_old_one_by_rejecting(
    copy, settle, write, tmp_path
):
    for action, edition in (("Accept", NEW), ("Reject", OLD)):
        plain = tmp_path / f"{edition.number}.docx"
        shutil.copyfile(write(edition), plain)
        assert without_numbers(settle(copy, action)) == without_numbers(settle(plain, action))


def without_numbers(paragraphs: list[str]) -> list[str]:
    """Page numbers are laid out, in the copy as in the new edition."""
    return [re.sub(r"(?<=Seite\W)\d+|(?<=\D)\d+$", "N", text) for text in paragraphs]


def test_only_what_differs_is_marked(copy):
    inserted, deleted = marked(copy, "w:ins", "w:t"), marked(copy, "w:del", "w:delText")
    assert "Willkommen." not in "".join([*inserted, *deleted])
    assert "großes " in inserted or "großes" in inserted
    assert "Das entfällt." in deleted


def test_a_page_that_moved_on_is_no_change_of_those_that_point_to_it(copy):
    # „Recht“ stands on another page in the new edition; the reference counts by itself.
    assert not [text for text in marked(copy, "w:ins", "w:t") if "Seite" in text]


def test_a_note_that_moved_on_is_no_change_of_the_links_to_it(write, monkeypatch):
    monkeypatch.setattr("kompasswerk.docx.notes._STEPS", 0)
    again = (cited("Erst ", "n"), cited("Wieder ", "n"))
    notes = {name: (p(f"Quelle {name}."),) for name in ("n", "m")}
    before = book("3", chapter("plan", "Plan", *again), notes=notes)
    after = book("4", chapter("plan", "Plan", cited("Neu ", "m"), *again), notes=notes)

    both = write(after).with_name("verweise.docx")
    both.write_bytes(tracked(*(read_handbook(write(each)) for each in (before, after)), "R"))

    inserted = [text for text in marked(both, "w:ins", "w:t") if text.strip()]
    assert inserted == ["4", "4", "Neu "]  # number and day of the edition come first
    assert "Wieder 2" in paragraphs(both)


def cited(text: str, note: str) -> b.Paragraph:
    return line(*t(text), b.NoteReference(note))


def test_the_copy_is_a_sound_word_file_of_the_new_edition(copy):
    assert audit(copy) == []
    assert read_handbook(copy).manifest.number == "2"
    assert docx.Document(str(copy)).core_properties.comments == "Entwurf 2, 2. Mai 2026"
    body = docx.Document(str(copy)).element.body
    facts = {(each.get(qn("w:author")), each.get(qn("w:date"))) for each in body.iter(qn("w:ins"))}
    assert facts == {("Redaktion", "2026-05-02T00:00:00Z")}


def test_the_same_editions_give_the_same_bytes(copy, old, new):
    assert tracked(old, new, "Redaktion") == copy.read_bytes()


def test_a_copy_that_would_not_give_the_new_text_is_not_handed_out(old, new, monkeypatch):
    class Forgetful:
        def run_redline(self, author, original, modified, **settings):
            return original, "", ""

    monkeypatch.setattr("python_redlines.DocxodusEngine", Forgetful)
    with pytest.raises(RedlineError, match="alle annehmen"):
        tracked(old, new, "Redaktion")


def test_a_failing_comparison_is_told(old, new, monkeypatch):
    class Failing:
        def run_redline(self, author, original, modified, **settings):
            raise subprocess.CalledProcessError(1, "docxodus")

    monkeypatch.setattr("python_redlines.DocxodusEngine", Failing)
    with pytest.raises(RedlineError, match="scheitert"):
        tracked(old, new, "Redaktion")


def test_without_the_package_the_way_to_it_is_told(old, new, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_redlines", None)
    with pytest.raises(RedlineError, match=r"kompasswerk\[ergaenzung\]"):
        tracked(old, new, "Redaktion")
