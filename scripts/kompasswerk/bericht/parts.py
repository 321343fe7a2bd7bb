"""The chapters of the report, in the form of the alliance's report of 15 November 2023."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Teil:
    """A chapter: ``help`` says what people write there.

    ``needed`` is false where the computed content is enough without a text.
    """

    key: str
    title: str
    help: str
    needed: bool = False


TEILE = (
    Teil(
        "ausgangssituation",
        "Ausgangssituation",
        "Vor welchen Aufgaben stehen die Innenstädte? Was hat sich seit dem letzten Bericht "
        "geändert? Warum gibt es das Bündnis?",
        needed=True,
    ),
    Teil(
        "ziele",
        "Aufgaben und Ziele des Aktionsbündnisses",
        "Wer führt das Bündnis, was ist seine Aufgabe, welche Ziele gelten im Berichtszeitraum?",
        needed=True,
    ),
    Teil(
        "mitglieder",
        "Die Bündnismitglieder",
        "Was ist zu den Mitgliedern zu sagen, das nicht in der Liste steht?",
    ),
    Teil(
        "arbeitsgruppen",
        "Die Arbeitsgruppen",
        "Womit haben sich die Arbeitsgruppen befasst? Ein Absatz für jede genügt.",
    ),
    Teil(
        "geschaeftsstelle",
        "Die Geschäftsstelle",
        "Was hat die Geschäftsstelle geleistet? Nennen Sie Funktionen statt Namen.",
        needed=True,
    ),
    Teil(
        "buendnisarbeit",
        "Bündnisarbeit",
        "Welche Aufgaben standen an, was wurde in den Treffen besprochen und beschlossen?",
        needed=True,
    ),
    Teil(
        "pilotprojekte",
        "Pilotprojekte",
        "Was ist zu den Pilotprojekten zu sagen, das nicht auf ihren Seiten steht?",
    ),
    Teil(
        "fazit",
        "Fazit zur Bündnisarbeit",
        "Was ist gelungen, was nicht, was fehlt, was kommt als Nächstes?",
        needed=True,
    ),
    Teil(
        "ansprechstellen",
        "Ansprechstellen",
        "An wen wendet man sich wofür? Nennen Sie Stellen und Funktionen.",
    ),
    Teil(
        "quellen",
        "Quellen und Abkürzungen",
        "Welche Abkürzungen und Bildnachweise gehören dazu?",
    ),
    Teil(
        "impressum",
        "Impressum",
        "Wer hat den Bericht beauftragt, wer hat ihn bearbeitet, wer gibt ihn heraus?",
        needed=True,
    ),
)
