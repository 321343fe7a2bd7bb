"""The same things written in MyST and in reStructuredText."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Say = Callable[[int], str]
FORMULA = r"\sum_{i=1}^{n} \frac{x_i}{n} + \sqrt{k}"


def table_rows(say: Say) -> list[list[str]]:
    """Return head and five rows of three cells."""
    return [[say(1), say(2), say(2)], *([say(2), say(4), say(5)] for _ in range(5))]


class Syntax:
    """Each method returns the text of one thing; ``say`` gives words."""

    def heading(self, level: int, text: str) -> str:
        """Return a heading; the page's own has level 1."""
        raise NotImplementedError

    def literal(self, text: str) -> str:
        """Return words set as code."""
        raise NotImplementedError

    def link(self, name: str) -> str:
        """Return a link to another page."""
        raise NotImplementedError

    def footnote(self, say: Say) -> str:
        """Return a mark and, after it, the note."""
        raise NotImplementedError

    def directive(
        self, name: str, argument: str, options: Sequence[str], body: str, depth: int = 0
    ) -> str:
        """Return a directive; ``depth`` is how many directives may stand inside."""
        raise NotImplementedError

    def strong(self, text: str) -> str:
        """Return bold words."""
        return f"**{text}**"

    def bullet(self, text: str) -> str:
        """Return an item of a list."""
        return f"- {text}"

    def toctree(self, names: Iterable[str]) -> str:
        """Return what orders the pages."""
        return self.directive("toctree", "", [":maxdepth: 2"], "\n".join(names))

    def code(self, say: Say) -> str:
        """Return a block of code."""
        body = "\n".join(
            f"def {say(1).lower()}(value):\n    return value  # {say(5)}" for _ in "ab"
        )
        return self.directive("code-block", "python", [], body)

    def tables(self, say: Say) -> str:
        """Return a table with a header row."""
        rows = ("\n".join(f"{'*' if not n else ' '} - {cell}" for n, cell in enumerate(row))
                for row in table_rows(say))  # fmt: skip
        return self.directive("list-table", say(3), [":header-rows: 1"], "\n".join(rows))

    def notes(self, say: Say) -> str:
        """Return a box."""
        return self.directive("note", "", [], f"{say(24)}.")

    def bullets(self, say: Say) -> str:
        """Return a list of one item; more may follow."""
        return self.bullet(say(9))

    def pictures(self, say: Say) -> str:
        """Return a picture with alternative text and caption."""
        return self.directive("figure", "bild.png", [f":alt: {say(6)}"], f"{say(5)}.")

    def cards(self, say: Say) -> str:
        """Return a card."""
        return self.directive("card", say(3), [], f"{say(14)}.")

    def tabs(self, say: Say) -> str:
        """Return two tabs."""
        items = [
            self.directive("tab-item", f"{say(2)} {sign}", [], f"{say(20)}.") for sign in ("A", "B")
        ]
        return self.directive("tab-set", "", [], "\n\n".join(items), 1)

    def formulas(self, say: Say) -> str:
        """Return a formula."""
        return self.directive("math", "", [], FORMULA)


class _Myst(Syntax):
    def directive(
        self, name: str, argument: str, options: Sequence[str], body: str, depth: int = 0
    ) -> str:
        fence = ":" * (3 + depth) if name not in ("code-block", "math") else "```"
        lines = [f"{fence}{{{name}}} {argument}".rstrip(), *options, *([""] if options else [])]
        return "\n".join([*lines, body, fence])

    def heading(self, level: int, text: str) -> str:
        return f"{'#' * level} {text}"

    def literal(self, text: str) -> str:
        return f"`{text}`"

    def link(self, name: str) -> str:
        return f"[](<{name}.md>)"

    def footnote(self, say: Say) -> str:
        name = say(4).replace(" ", "-")
        return f"[^{name}]\n\n[^{name}]: {say(12)}."


class _Rst(Syntax):
    def directive(
        self, name: str, argument: str, options: Sequence[str], body: str, depth: int = 0
    ) -> str:
        lines = [f".. {name}:: {argument}".rstrip(), *(f"   {each}" for each in options), ""]
        return "\n".join([*lines, *(f"   {line}".rstrip() for line in body.splitlines())])

    def heading(self, level: int, text: str) -> str:
        return f"{text}\n{'=-~'[level - 1] * len(text)}"

    def literal(self, text: str) -> str:
        return f"``{text}``"

    def link(self, name: str) -> str:
        return f":doc:`{name}`"

    def footnote(self, say: Say) -> str:
        return f" [#]_\n\n.. [#] {say(12)}."


MYST = _Myst()
RST = _Rst()
