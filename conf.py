"""Settings of the handbook; code lives in ``scripts/kompasswerk``."""

project = "Kompass Leerstand"
author = "Redaktion des Kompass Leerstand"
copyright = "Redaktion des Kompass Leerstand, Inhalte CC BY 4.0 (Vorschlag an das Bündnis)"
# On every page of website, PDF and Word; state is „draft“ (Entwurf) or „edition“ (Ausgabe).
book_edition = {"number": "1", "date": "2026-11-22", "state": "draft"}
language = "de"

extensions = [
    "myst_parser",
    "sphinx_design",
    "kompasswerk.sphinx_ext",
    "kompasswerk.suche",
    "kompasswerk.auslieferung",
    "kompasswerk.merkzettel",
    "kompasswerk.daten",
    "kompasswerk.redaktion.stand",
    "kompasswerk.docx",
    "kompasswerk.pdf",
]
primary_domain = "kompass"

# The source root is the repository root, so say what belongs to the handbook and what never does.
include_patterns = ["index.md", "kompass/**", "bestpractice/**", "pilots/**"]
exclude_patterns = [".*", "_build", "_templates", "scripts", "tests", "**/README.md"]
exclude_patterns += ["pilots/buendnis"]  # data and texts of the alliance's report
templates_path = ["_templates/html"]
root_doc = "index"
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist", "tasklist", "fieldlist", "attrs_inline"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # pages such as the glossary have no headings of their own

html_theme = "furo"
html_title = project
html_baseurl = ""
html_static_path = ["_templates/html/static"]
html_css_files = ["kompass.css", "bausteine.css", "seiten.css", "korb.css"]
html_css_files += [("druck.css", {"media": "print"})]
html_js_files = ["kompass.js", "seite.js", "speicher.js", "datei.js", "korb.js"]
# Files for the pages that hold what they are for (marks: sphinx_ext/skripte.py).
kompass_nur_wo = {
    "start": ["start.css"],
    "search": ["suche.css"],
    "begriffe": ["begriffe-vorschau.js"],
    "katalog": [
        *("katalog.css", "katalog-auswahl.js", "katalog-text.js", "katalog-adresse.js"),
        *("katalog-ansichten.js", "katalog-matrix.js", "katalog-anzeige.js", "katalog-wege.js"),
        "katalog.js",
    ],
    "karte": ["fallkarte.css", "fallkarte.js", "fallkarte-auswahl.js"],
    "merkzettel": ["formular.css", "merkzettel.css"],
    "formular": [
        *("formular.css", "formular-werte.js", "formular-ablage.js", "formular-felder.js"),
        "formular.js",
    ],
    "kompass/arbeitsblaetter/selbstcheck": [
        *("leitweg.css", "antwort.js", "selbstcheck-daten.js", "selbstcheck.js"),
    ],
    "kompass/objektpfad": ["leitweg.css", "antwort.js", "objektpfad-daten.js", "objektpfad.js"],
}
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_permalinks_icon = "#"
html_domain_indices = False
html_use_index = False  # the glossary is the index
html_context = {
    # Who gets mails about errors on a page; while empty, the page names the Geschäftsstelle.
    "kompass_fehler_an": "",
    # Files beside the website, as „nox -s handbuch“ lays them out: name, label, what for.
    "kompass_ausgaben": [
        ("kompass-handbuch.pdf", "Handbuch als PDF", "zum Drucken und Weitergeben"),
        ("kompass-handbuch.docx", "Handbuch als Word-Datei", "zum Bearbeiten und Ergänzen"),
    ],
}

linkcheck_timeout = 15
linkcheck_retries = 2
linkcheck_workers = 10
linkcheck_rate_limit_timeout = 60

# Where the look lives; Word, PDF and website all take their tokens from the same file.
kompass_gestaltung = "_templates/gestaltung.yaml"
kompass_zugang = "scripts/messungen/zugang.json"  # what „nox -s zugang“ has measured last
docx_template = "_templates/word/kompass.docx"
subtitle = "Handbuch für kleine und mittlere Städte"
book_imprint = [
    "Entwurf der Redaktion, von keiner Stelle freigegeben. Vor Veröffentlichung zu prüfen.",
    "Herausgebende Stelle: [von der herausgebenden Stelle zu ergänzen]",
    "Inhalte: CC BY 4.0 als Vorschlag an das Thüringer Aktionsbündnis „Innenstädte mit Zukunft“.",
    "Jede Aussage nennt ihre Quelle, jede Zahl ihren Stand.",
    "Angaben zum Recht ersetzen keine Rechtsberatung.",
    "Das vollständige Impressum steht im Teil „Nachschlagen“.",
]
docx_documents = [{"start": "index", "target": "kompass-handbuch", "subtitle": subtitle}]
pdf_documents = docx_documents
