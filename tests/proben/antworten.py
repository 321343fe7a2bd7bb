"""Small sets of answers for single tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


def put(folder: Path, name: str, answers: Mapping[str, object], **more: object) -> Path:
    """Write one file of answers; ``more`` replaces what stands around them."""
    content = {"format": "kompass-antworten", "version": 1, "ausgabe": "1", "stadt": "", "ags": ""}
    content |= {"blaetter": {}, "antworten": dict(answers)} | more
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
