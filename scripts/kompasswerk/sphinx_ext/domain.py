"""The ``kompass`` domain: every page of the project as an object that others can name.

All state that Sphinx has to remember lives here, so parallel and incremental builds
stay right: ``clear_doc`` forgets a page, ``merge_domaindata`` joins what workers read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from ..model.arten import ARTEN, ROLES
from ..model.orte import Orte
from ..model.seiten import Seite
from ..model.vocabulary import Vocabulary
from .eigenes import OwnData
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


Found = TypeVar("Found")


class KompassDomain(Domain):
    """Pages by kind and slug, and which page mentions which."""

    name = "kompass"
    label = "Kompass"
    data_version = 4
    object_types: ClassVar[dict[str, ObjType]] = {
        art: ObjType(ARTEN[art].label, role) for role, art in ROLES.items()
    }
    roles: ClassVar[dict[str, Any]] = {
        role: XRefRole(innernodeclass=nodes.inline, warn_dangling=True) for role in ROLES
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "pages": OwnData(),  # docname → Seite
        "digests": OwnData(),  # docname → digest of all that its Seite says
        "arten": OwnData(),  # docname → key of ARTEN
        "objects": OwnData(),  # (art, slug) → docname
        "mentions": OwnData(),  # docname → {(art, slug), …}
        "vocabulary": Vocabulary(),
        "moved": {},  # docname of old → docname of today
        "orte": Orte(),
    }

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._once: dict[object, object] = {}

    def once(self, make: Callable[[KompassDomain], Found], key: object = None) -> Found:
        """Return what ``make`` finds in all pages; it looks again only when pages have changed.

        For what many pages show of all pages: a thousand pages must not each look at a thousand.
        ``key`` tells apart what one function finds; the function itself if it is ``None``.
        """
        key = key or make
        if key not in self._once:
            self._once[key] = make(self)
        return cast("Found", self._once[key])

    def forget(self) -> None:
        """Look again at all pages, as they or the closed lists have changed."""
        self._once.clear()

    # -- what the other modules ask ------------------------------------------------

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists as read at the start of this build."""
        vocabulary: Vocabulary = self.data["vocabulary"]
        return vocabulary

    @property
    def moved(self) -> dict[str, str]:
        """Pages that were renamed, by the docname of old, as read at the start of this build."""
        moved: dict[str, str] = self.data["moved"]
        return moved

    @property
    def orte(self) -> Orte:
        """Where the places of the cases lie, as read at the start of this build."""
        orte: Orte = self.data["orte"]
        return orte

    def page(self, docname: str) -> Seite | None:
        """Return what the front matter of a document says, ``None`` for a plain document."""
        page: Seite | None = self.data["pages"].get(docname)
        return page

    def art(self, docname: str) -> str | None:
        """Return the kind of a document's page, ``None`` for a plain document."""
        art: str | None = self.data["arten"].get(docname)
        return art

    def pages(self, art: str) -> Iterator[tuple[str, Seite]]:
        """Yield docname and page of every page of this kind, sorted by docname."""
        yield from self.once(_by_kind).get(art, ())

    def documents(self) -> list[str]:
        """Return the documents of all pages, sorted."""
        return list(self.once(_sorted_documents))

    def docname_of(self, art: str, slug: str) -> str | None:
        """Return the document of an object, ``None`` if there is none."""
        docname: str | None = self.data["objects"].get((art, slug))
        return docname

    def mentioned_in(self, docname: str) -> list[str]:
        """Return the documents whose text names this one, sorted, itself left out."""
        page = self.page(docname)
        if page is None:
            return []
        target = (self.data["arten"][docname], page.slug)
        return [other for other in self.once(_mentioning).get(target, ()) if other != docname]

    # -- what reading tells ----------------------------------------------------------

    def note_page(self, docname: str, art: str, page: Seite) -> None:
        """Remember the page of a document."""
        self.forget()
        self.data["pages"][docname] = page
        self.data["digests"][docname] = sha256(repr(page).encode()).hexdigest()
        self.data["arten"][docname] = art
        self.data["objects"][art, page.slug] = docname

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Remember which objects a document names."""
        self.forget()
        targets = {
            (ROLES[node["reftype"]], node["reftarget"])
            for node in document.findall(addnodes.pending_xref)
            if node.get("refdomain") == self.name and node["reftype"] in ROLES
        }
        if targets:
            self.data["mentions"][docname] = targets

    def clear_doc(self, docname: str) -> None:
        """Forget everything that a document said."""
        self.forget()
        page, art = self.page(docname), self.art(docname)
        if page is not None and self.docname_of(str(art), page.slug) == docname:
            del self.data["objects"][art, page.slug]
        for key in ("pages", "digests", "arten", "mentions"):
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker read."""
        self.forget()
        wanted = set(docnames)
        for key in ("pages", "digests", "arten", "mentions"):
            self.data[key].update({d: v for d, v in otherdata[key].items() if d in wanted})
        self.data["objects"].update({k: v for k, v in otherdata["objects"].items() if v in wanted})

    # -- references --------------------------------------------------------------------

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return the link, with the page's title as its text; ``None`` if there is no page."""
        docname = self.docname_of(ROLES[typ], target)
        if docname is None:
            return None
        if not node.get("refexplicit"):
            title = self.data["pages"][docname].ueberschrift
            contnode = nodes.inline(title, title, classes=contnode["classes"])
        return make_refnode(builder, fromdocname, docname, None, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return every object with this slug, for the role ``any``."""
        found = []
        for role, art in ROLES.items():
            docname = self.docname_of(art, target)
            if docname is not None:
                link = make_refnode(builder, fromdocname, docname, None, contnode)
                found.append((f"{self.name}:{role}", link))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every object for the inventory; the search has their pages already."""
        for (art, slug), docname in sorted(self.data["objects"].items()):
            title = self.data["pages"][docname].ueberschrift
            if art in self.object_types:
                yield slug, title, art, docname, "", -1

    def missing(self, role: str, target: str) -> str:
        """Return the German message for a slug that no page has, with near names."""
        slugs = [slug for art, slug in self.data["objects"] if art == ROLES[role]]
        old = f"{ARTEN[ROLES[role]].folder}/{target}"
        if old in self.moved:
            new = self.moved[old].rpartition("/")[2]
            return f"{ARTEN[ROLES[role]].label} „{target}“ heißt jetzt „{new}“."
        near = get_close_matches(target, slugs, n=3, cutoff=0.5)
        hint = f" Ähnlich heißen: {', '.join(near)}." if near else ""
        return f"{ARTEN[ROLES[role]].label} „{target}“ gibt es nicht.{hint}"


def pages_digest(domain: KompassDomain) -> str:
    """Return a digest of all that the front matter of all pages says."""
    return sha256(repr(sorted(domain.data["digests"].items())).encode()).hexdigest()


def _by_kind(domain: KompassDomain) -> dict[str, list[tuple[str, Seite]]]:
    found: dict[str, list[tuple[str, Seite]]] = {}
    for docname in sorted(domain.data["pages"]):
        pair = (docname, domain.data["pages"][docname])
        found.setdefault(domain.data["arten"][docname], []).append(pair)
    return found


def _sorted_documents(domain: KompassDomain) -> list[str]:
    return sorted(domain.data["pages"])


def _mentioning(domain: KompassDomain) -> dict[tuple[str, str], list[str]]:
    """Return the documents that name an object, sorted."""
    found: dict[tuple[str, str], list[str]] = {}
    for docname, targets in sorted(domain.data["mentions"].items()):
        for target in targets:
            found.setdefault(target, []).append(docname)
    return found


def warn_missing(app: Sphinx, domain: Domain | None, node: addnodes.pending_xref) -> bool | None:
    """Say what is missing and what is near; Sphinx's own message would come second."""
    if not isinstance(domain, KompassDomain) or node["reftype"] not in ROLES:
        return None
    warn(Kind.REFERENCE, domain.missing(node["reftype"], node["reftarget"]), node)
    return True
