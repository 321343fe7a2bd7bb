"""Photos as every program reads them: upright, in RGB, as PNG or JPEG."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

KNOWN = ("PNG", "JPEG", "GIF")
_ORIENTATION = 0x0112
_UPRIGHT = (None, 0, 1)
_INK = ("CMYK", "YCCK")
_QUALITY = 90
FAULTS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What a file that is no picture raises."""


def converted(path: Path) -> bytes | None:
    """Return a picture as PNG or JPEG if a program might show it wrongly; ``None`` if it is fine.

    WebP, TIFF and BMP change their kind, CMYK its colours, and a photo that a camera stored
    lying on its side stands up. Raises one of ``FAULTS`` for what is no picture.
    """
    with Image.open(path) as picture:
        turned = picture.getexif().get(_ORIENTATION) not in _UPRIGHT
        if _is_known(picture) and picture.mode not in _INK and not turned:
            return None
        return _written(picture)


def _is_known(picture: Image.Image) -> bool:
    # python-docx wants a JPEG that says at its beginning which kind it is.
    unsaid = picture.format == "JPEG" and not {"jfif", "exif"} & picture.info.keys()
    return picture.format in KNOWN and not unsaid


def _written(picture: Image.Image) -> bytes:
    kind = "JPEG" if picture.format == "JPEG" else "PNG"
    dots = picture.info.get("dpi")
    upright = ImageOps.exif_transpose(picture)
    shown = upright.convert("RGB") if kind == "JPEG" or upright.mode in _INK else upright
    buffer = BytesIO()
    resolution = {"dpi": tuple(map(float, dots))} if dots and all(dots) else {}
    if kind == "JPEG":
        shown.save(buffer, kind, quality=_QUALITY, **resolution)
    else:
        shown.convert("RGBA" if "A" in shown.mode or "transparency" in shown.info else "RGB").save(
            buffer, kind, **resolution
        )
    return buffer.getvalue()
