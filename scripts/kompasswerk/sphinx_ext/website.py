"""The builder of the website: all processes take pages, and no one waits for another.

Sphinx lets one process prepare all pages and the others write them; of a thousand pages the one
works twice as long as the other. Here each process prepares what it writes, the largest first.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence, Set
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import ParallelTasks, SerialTasks

from .beside import Beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.sharedctypes import Synchronized

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BATCH = 8
"""Pages that a process takes at a time."""
PAGES_OF_GARBAGE = 500
"""Pages after which a process that writes looks for garbage; they leave 0.8 MB each."""
FEW = 5
"""Pages that are read faster by one process than by several."""


class Website(StandaloneHTMLBuilder):
    """Writes the website; ``beside`` does what takes long and few pages wait for."""

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        self.processes = app.parallel
        self.beside = Beside(app.parallel)
        self._titles: dict[int, tuple[Node, dict[str, Any]]] = {}

    def write_documents(self, docnames: Set[str]) -> None:
        """Write pages, each in the process that has time for it.

        Those that wait for work done beside are written by this process, which has time.
        """
        ordered = self._largest_first(docnames - self.beside.waiting)
        together = self.parallel_ok and len(ordered) > BATCH
        others = self._begin_together(ordered) if together else SerialTasks()
        if not together:
            self._write(ordered)
        try:
            self.beside.join()
            self._write(sorted(docnames & self.beside.waiting))
        except BaseException:
            if isinstance(others, ParallelTasks):
                others.terminate()
            raise
        others.join()

    def render_partial(self, node: Node | None) -> dict[str, Any]:
        """Return the HTML of a node by part; a title is rendered once for all who link to it."""
        if not isinstance(node, nodes.title):
            return super().render_partial(node)
        if id(node) not in self._titles:
            # The node is kept with its parts, so that no other can get its number.
            self._titles[id(node)] = node, super().render_partial(node)
        return self._titles[id(node)][1]

    def finish(self) -> None:
        """Finish the website, whose last pages show what was done beside."""
        self.beside.join()
        super().finish()

    def _largest_first(self, docnames: Set[str]) -> list[str]:
        """Return documents by the size of what was read of them, so that all end together."""
        sizes = {name: (self.doctreedir / f"{name}.doctree").stat().st_size for name in docnames}
        return sorted(docnames, key=lambda name: (-sizes[name], name))

    def _begin_together(self, docnames: Sequence[str]) -> ParallelTasks:
        """Return the processes that have begun to write pages."""
        # The first page warms up templates and what pages know of each other.
        self._write(docnames[:1])
        taken = get_context("fork").Value("i", 1)

        def share() -> dict[str, str]:
            gc.disable()  # a fifth of the time; this process ends soon
            for number, docname in enumerate(_taken(docnames, taken), start=1):
                self._write([docname])
                if number % PAGES_OF_GARBAGE == 0:
                    gc.collect()
            return self.images

        def collect(_: Any, images: dict[str, str]) -> None:
            self.images.update(images)

        tasks = ParallelTasks(self.processes)
        for _ in range(self.processes):
            tasks.add_task(share, None, collect)
        return tasks

    def _write(self, docnames: Sequence[str]) -> None:
        for docname in docnames:
            self.phase = BuildPhase.RESOLVING
            doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
            self.phase = BuildPhase.WRITING
            self.write_doc_serialized(docname, doctree)
            self.write_doc(docname, doctree)


def _taken(docnames: Sequence[str], taken: Synchronized[int]) -> Iterator[str]:
    """Yield documents that no other process has taken, until there are none."""
    while True:
        with taken.get_lock():
            start = taken.value
            taken.value += BATCH
        if start >= len(docnames):
            return
        yield from islice(docnames, start, start + BATCH)


def beside(app: Sphinx) -> Beside:
    """Return where work is done beside the build, at once if it is no website."""
    return app.builder.beside if isinstance(app.builder, Website) else Beside(1)


def read_few_alone(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Let one process read a few pages: to begin others and to gather from them takes longer."""
    if isinstance(app.builder, Website) and len(docnames) <= FEW:
        app.parallel = 1


def write_with_all(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Let all processes write, however few pages were read."""
    if isinstance(app.builder, Website):
        app.parallel = app.builder.processes
    return []


def setup_website(app: Sphinx) -> None:
    """Put the builder in the place of Sphinx's own of the same name."""
    app.add_builder(Website, override=True)
    app.connect("env-before-read-docs", read_few_alone)
    app.connect("env-updated", write_with_all)
