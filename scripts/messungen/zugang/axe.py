"""axe-core on one page: WCAG 2.0, 2.1 and 2.2 on level A and AA, and its best practices."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .findings import Finding

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {"target-size": {"enabled": True}},  # axe leaves WCAG 2.5.8 out unless asked
    "resultTypes": ["violations"],
}
_RUN = """async ([options, locale]) => {
  if (locale) axe.configure({ locale });
  const result = await axe.run(document, options);
  return { passes: result.passes.length, violations: result.violations };
}"""


def version() -> str:
    """Return the version of axe-core, which the package in pyproject.toml decides."""
    found = re.search(r"axe v([\d.]+)", AXE_SCRIPT[:200])
    return found[1] if found else "unbekannt"


def read_locale(path: Path) -> dict[str, Any]:
    """Return the German texts of axe-core from its npm package."""
    result: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return result


def run_axe(
    page: Page, name: str, locale: dict[str, Any] | None = None, *, rule: str = ""
) -> list[Finding]:
    """Return one finding for each node; raises ``RuntimeError`` if axe has looked at nothing.

    With ``rule`` axe looks for that one alone, which takes a fraction of the time.
    """
    page.evaluate(AXE_SCRIPT)
    only = {"runOnly": {"type": "rule", "values": [rule]}} if rule else {}
    result = page.evaluate(_RUN, [{**OPTIONS, **only}, locale])
    if not result["passes"]:
        raise RuntimeError(f"{name}: axe hat nichts geprüft.")
    return [
        Finding(name, f"axe {each['id']}", node["html"][:150], f"{each['help']} {each['helpUrl']}")
        for each in result["violations"]
        for node in each["nodes"]
    ]
