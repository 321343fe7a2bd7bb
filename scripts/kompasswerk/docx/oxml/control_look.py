"""What a content control of a returned Word file says of itself."""

from __future__ import annotations

from .base import Element, qualified
from .told import Control

_LOOK, _VAL, _DAY = qualified("w:sdtPr"), qualified("w:val"), qualified("w:fullDate")
_NO_ANSWER = frozenset(
    {"repeatingSection", "repeatingSectionItem", "docPartObj", "docPartList", "group"}
)
_TOLD = frozenset({"tag", "alias", "showingPlcHdr", "date"})
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


def control_of(sdt: Element) -> Control | None:
    """Return what a ``w:sdt`` says of itself; ``None`` for one that nobody answers in."""
    found: dict[str, str] = {}
    checked: bool | None = None
    for each in (each for look in sdt if look.tag == _LOOK for each in look):
        name = str(each.tag).rpartition("}")[2]
        if name in _NO_ANSWER or (name == "lock" and each.get(_VAL) in _LOCKED):
            return None
        if name == "checkbox":
            checked = any(
                str(inner.tag).endswith("}checked") and set(inner.attrib.values()) & {"1", "true"}
                for inner in each
            )
        elif name in _TOLD:
            found[name] = each.get(_VAL) or each.get(_DAY) or ""
    return Control(
        tag=found.get("tag", ""),
        title=found.get("alias", ""),
        hint="showingPlcHdr" in found and found["showingPlcHdr"] not in ("0", "false"),
        checked=checked,
        day=found.get("date", "")[:10],
    )
