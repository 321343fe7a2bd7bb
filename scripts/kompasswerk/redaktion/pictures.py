"""Pictures that somebody put into a form: checked, made anew, named after their page."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from .pieces import Fixed, Picture, Piece

FOLDER = "bilder"
MOST_BYTES, MOST_PIXELS, LONGEST_SIDE = 10 * 2**20, 40_000_000, 2_000
_FORMATS = {"JPEG": "jpg", "PNG": "png"}
_NO_ALT = "Bild {}: Es fehlt ein Alternativtext. Bitte in Word am Bild eintragen, was zu sehen ist."
_REFUSED = "Bild {}: {} Es ist nicht übernommen."
_TOO_LARGE = "Es ist größer als 10 MB oder 40 Millionen Bildpunkte. Bitte verkleinern."
_OTHER_KIND = "Nur JPEG und PNG sind möglich. Bitte so speichern und neu einfügen."
_BROKEN = "Die Bilddatei ist beschädigt. Bitte neu einfügen."


@dataclass(frozen=True)
class Kept:
    """The pieces with pictures as MyST, the files by path from the page, German remarks."""

    pieces: tuple[Piece, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


class RefusedPictureError(Exception):
    """A picture that is not taken; the message is a German sentence."""


def kept(pieces: Sequence[Piece], slug: str, taken: Sequence[str] = ()) -> Kept:
    """Return pieces whose pictures have become files; ``taken`` are file names that exist."""
    found: list[Piece] = []
    files: dict[str, bytes] = {}
    remarks: list[str] = []
    number = 0
    for piece in pieces:
        if not isinstance(piece, Picture):
            found.append(piece)
            continue
        number += 1
        try:
            ending, blob = made_anew(piece.blob)
        except RefusedPictureError as error:
            remarks.append(_REFUSED.format(number, error))
            continue
        name = free_name(slug, ending, (*taken, *files))
        files[f"{FOLDER}/{name}"] = blob
        if not piece.alt:
            remarks.append(_NO_ALT.format(number))
        alt = piece.alt.translate({ord(sign): " " for sign in "[]\\"})
        found.append(Fixed(f"![{alt}]({FOLDER}/{name})"))
    return Kept(tuple(found), files, tuple(remarks))


def made_anew(blob: bytes) -> tuple[str, bytes]:
    """Return ending and bytes of a picture that holds nothing but its pixels.

    It is upright and no side is longer than 2000 pixels. :class:`RefusedPictureError` for what
    is too large, damaged or of another kind.
    """
    if len(blob) > MOST_BYTES:
        raise RefusedPictureError(_TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(blob))
            if image.width * image.height > MOST_PIXELS:
                raise RefusedPictureError(_TOO_LARGE)
            kind = image.format or ""
            if kind not in _FORMATS:
                raise RefusedPictureError(_OTHER_KIND)
            return _FORMATS[kind], _encoded(image, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedPictureError(_TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise RefusedPictureError(_BROKEN) from error


def _encoded(image: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = upright.convert("RGB" if kind == "JPEG" else "RGBA")
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    buffer = BytesIO()
    bare.save(buffer, kind, optimize=True, **({"quality": 88} if kind == "JPEG" else {}))
    return buffer.getvalue()


def free_name(slug: str, ending: str, taken: Sequence[str]) -> str:
    """Return a name for a picture of a page that none of ``taken`` has, whatever its ending."""
    names = {each.rpartition("/")[2].rpartition(".")[0] for each in taken}
    number = 1
    while f"{slug}-{number}" in names:
        number += 1
    return f"{slug}-{number}.{ending}"
