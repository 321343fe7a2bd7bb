"""Pictures with names as cameras and editors give them."""

from __future__ import annotations

import pytest
from beispiele import projekt

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


@pytest.mark.parametrize("name", ["haus 1.png", "größe.png", "100%.png", "a%20b.png"])
@pytest.mark.parametrize("form", ["![Haus](<{}>)", "![Haus]({})", ":::{{image}} {}\n:alt: H\n:::"])
def test_a_picture_is_found_by_its_real_name(build, tmp_path, name, form):
    written = name.replace("%", "%25").replace(" ", "%20") if "<" not in form else name
    files = projekt()
    files["kompass/schritte/bestand-erfassen.md"] += f"\n{form.format(written)}\n"
    (tmp_path / "projekt/kompass/schritte").mkdir()
    (tmp_path / f"projekt/kompass/schritte/{name}").write_bytes(PNG)
    built = build(files)
    assert built.warnings == ""
    assert (built.out / f"_images/{name}").read_bytes() == PNG
