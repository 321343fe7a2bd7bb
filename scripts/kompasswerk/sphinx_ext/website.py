"""The builder of the website: all processes take pages, and no one waits for another.

Sphinx reads pages in parcels, each in a process that sends back what all pages said so far; of
five thousand pages the gathering takes longer than the reading. It lets one process prepare all
pages and the others write them; the one works twice as long as the other. Here each process
reads what it takes and sends it back once, and prepares what it writes, the largest first.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import ParallelTasks

from .beside import Beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Result = TypeVar("Result")
BATCH = 8
"""Pages that a process takes at a time."""
PAGES_OF_GARBAGE = 1000
"""Pages after which a process looks for the garbage they left: 0.8 MB each."""
FEW = 5
"""Pages that are read faster by one process than by several."""


class Website(StandaloneHTMLBuilder):
    """Writes the website; ``beside`` does what takes long and few pages wait for."""

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        self.processes = app.parallel
        self.beside = Beside(app.parallel)
        self._titles: dict[int, tuple[Node, dict[str, Any]]] = {}

    def _read_parallel(self, docnames: list[str], nproc: int) -> None:
        """Read pages in this process and in others, which send back what they read when all is.

        Sphinx calls it by this name.
        """
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)
        share = Share(_largest_first({name: self.env.doc2path(name) for name in docnames}))

        def read() -> list[str]:
            read = []
            for docname in share:
                self.read_doc(docname, _cache=False)
                read.append(docname)
            return read

        def read_and_send() -> tuple[list[str], BuildEnvironment]:
            return read(), self.env

        def merge(_: Any, result: tuple[list[str], BuildEnvironment]) -> None:
            self.env.merge_info_from(*result, self._app)

        with garbage_waits(), _together(nproc - 1, read_and_send, merge):
            read()

    def write_documents(self, docnames: Set[str]) -> None:
        """Write pages, each in the process that has time for it.

        Those that wait for work done beside are written by this process, which has time.
        """
        trees = {name: self.doctreedir / f"{name}.doctree" for name in docnames}
        ordered = [name for name in _largest_first(trees) if name not in self.beside.waiting]
        if not self.parallel_ok or len(ordered) <= BATCH:
            self._write(ordered)
            self._write_waiting(docnames)
            return
        # A usual page warms up templates and what pages know of each other.
        usual = ordered.pop(len(ordered) // 2)
        self._write([usual])
        share = Share(ordered)

        def write() -> dict[str, str]:
            with garbage_waits():
                self._write(share)
            return self.images

        def collect(_: Any, images: dict[str, str]) -> None:
            self.images.update(images)

        with _together(self.processes, write, collect):
            self._write_waiting(docnames)

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

    def _write_waiting(self, docnames: Set[str]) -> None:
        self.beside.join()
        self._write(sorted(docnames & self.beside.waiting))

    def _write(self, docnames: Iterable[str]) -> None:
        for docname in docnames:
            self.phase = BuildPhase.RESOLVING
            doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
            self.phase = BuildPhase.WRITING
            self.write_doc_serialized(docname, doctree)
            self.write_doc(docname, doctree)


class Share:
    """Documents that several processes divide among themselves: each takes a few at a time.

    After many pages their garbage is looked for among what is young, so a page costs the same
    with five thousand pages as with two thousand.
    """

    def __init__(self, docnames: Sequence[str]) -> None:
        self._docnames = docnames
        self._taken = get_context("fork").Value("i", 0)

    def __iter__(self) -> Iterator[str]:
        """Yield documents that no other process has taken, until there are none."""
        given = 0
        while taken := self._take():
            yield from taken
            given += len(taken)
            if given >= PAGES_OF_GARBAGE:
                gc.collect(0)
                given = 0

    def _take(self) -> Sequence[str]:
        with self._taken.get_lock():
            start = self._taken.value
            self._taken.value += BATCH
        return self._docnames[start : start + BATCH]


def _largest_first(files: Mapping[str, Path]) -> list[str]:
    """Return documents by the size of their files, so that all processes end together."""
    sizes = {name: file.stat().st_size for name, file in files.items()}
    return sorted(sizes, key=lambda name: (-sizes[name], name))


@contextmanager
def garbage_waits() -> Iterator[None]:
    """Let Python not look for garbage meanwhile, nor later among what there is by then.

    To look took a fifth of the time. The end of a build makes all of it garbage again
    (``speicher``).
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if looked:
            gc.enable()


@contextmanager
def _together(
    processes: int, work: Callable[[], Result], done: Callable[[Any, Result], None]
) -> Iterator[None]:
    """Let other processes work while this one does; they end before it goes on.

    ``done`` gets what each returned. If this process or one of the others fails, all end.
    """
    tasks = ParallelTasks(processes)
    try:
        for _ in range(processes):
            tasks.add_task(work, None, done)
        yield
        tasks.join()
    except BaseException:
        tasks.terminate()
        raise


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
