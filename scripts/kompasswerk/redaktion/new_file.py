"""A new page from a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from unicodedata import combining, normalize

from ..checks.run import check_single
from ..model.arten import Art
from ..reading.addresses import is_slug
from ..reading.files import Loaded
from ..reading.pages import parse_page
from .body_edit import body_from
from .compare import Comparison, FieldChange, NotMergeableError, problems_of
from .felder_bogen import Bogen
from .head_edit import edited
from .pictures import kept
from .pieces import Heading, Piece
from .read_form import Returned
from .stand.texte import with_open_points
from .werte import Raw, Values

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MOST_WORDS, _MOST_LETTERS = 7, 50
_NO_TITLE = "Es fehlt ein Titel. Bitte das Feld „{}“ ausfüllen."
_TAKEN = (
    "Eine Seite mit diesem Namen gibt es schon: {}. Bitte einen anderen Titel wählen, oder ändern "
    "Sie die vorhandene Seite; ihren Bogen macht: nox -s fallbogen -- {}"
)
_REVIEW_YEARS = 2


def new_page(loaded: Loaded, back: Returned, bogen: Bogen, today: date) -> Comparison:
    """Return the new page that a form describes; nothing is written.

    It is a draft. :class:`NotMergeableError` for a form without title, or with that of a page
    that exists.
    """
    path = free_path(loaded, bogen, back.values)
    slug = PurePosixPath(path).stem
    pictures = kept(_written(back.pieces), slug)
    text = draft(bogen, back.values, body_from(pictures.pieces), today)
    text = with_open_points(text, back.comments)
    page = parse_page(text, path, slug, loaded.vocabulary)
    return Comparison(
        path=path,
        title=str(back.values["titel"]),
        before="",
        after=text,
        fields=tuple(_said(back, bogen)),
        problems=tuple(problems_of(check_single(loaded, page, today), bogen, pictures.files)),
        comments=back.comments,
        lost=back.lost,
        remarks=(*pictures.remarks, *back.beside),
        files=pictures.files,
    )


def free_path(loaded: Loaded, bogen: Bogen, values: Values) -> str:
    """Return where a new page belongs by its title, from the project's folder.

    :class:`NotMergeableError` for values without title, or with that of a page that exists.
    """
    slug = slug_from(str(values.get("titel", "")))
    if not slug:
        raise NotMergeableError(_NO_TITLE.format(bogen.felder[0].form.label))
    path = f"{bogen.art.folder}/{slug}.md"
    if any(each.path == path for each in loaded.pages) or (loaded.root / path).exists():
        raise NotMergeableError(_TAKEN.format(path, path))
    return path


def draft(bogen: Bogen, values: Values, body: str, today: date) -> str:
    """Return the text of a new page: a draft of today, to be reviewed in two years."""
    said = _with_days(values, today)
    head = with_state(edited(f"art: {bogen.art.key}", bogen, {}, said), bogen.art)
    return f"---\n{head}\n---\n{body}"


def _written(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without the headings below which nobody has written."""
    following = [*pieces[1:], None]
    return [
        piece
        for piece, after in zip(pieces, following, strict=True)
        if not _is_fixed(piece) or (after is not None and not _is_fixed(after))
    ]


def _is_fixed(piece: Piece) -> bool:
    return isinstance(piece, Heading) and piece.level == 2


def slug_from(title: str) -> str:
    """Return the name of a file for a title, empty if no letter of it can be one."""
    plain = normalize("NFKD", title.casefold().translate(_UMLAUTS))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not combining(sign)))
    slug = ""
    for word in words[:_MOST_WORDS]:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > _MOST_LETTERS:
            break
        slug = longer
    return slug if is_slug(slug) else ""


def with_state(head: str, art: Art) -> str:
    """Return a front matter that says ``freigabe: entwurf``, before the day of its state."""
    line = "freigabe: entwurf"
    lines = head.split("\n")
    keys = [field.key for field in art.fields]
    behind = {f"{key}:" for key in keys[keys.index("freigabe") + 1 :]}
    at = next((n for n, each in enumerate(lines) if each.split(" ")[0] in behind), len(lines))
    return "\n".join((*lines[:at], line, *lines[at:]))


def _with_days(values: Values, today: date) -> dict[str, Raw]:
    """Return values with the day of editing and of review where the form names none."""
    # 29 February has no counterpart two years on, its month's 28th has.
    later = today.replace(year=today.year + _REVIEW_YEARS, day=min(today.day, 28))
    days = {"stand": today.isoformat(), "pruefen-bis": later.isoformat()}
    return {**values, **{key: day for key, day in days.items() if not values.get(key)}}


def _said(back: Returned, bogen: Bogen) -> list[FieldChange]:
    count = sum(bool(each) for each in back.values.values())
    return [FieldChange("Ausgefüllte Angaben", "", f"{count} von {len(bogen.felder)}")]
