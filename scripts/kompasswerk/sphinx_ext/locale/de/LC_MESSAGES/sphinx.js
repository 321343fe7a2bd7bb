// Replaces Sphinx's German strings for the browser: its empty plural makes the search stop.
// Set by hand: addTranslations would compile a string, which our policy for scripts refuses.
Object.assign(Documentation, {
  LOCALE: "de",
  PLURAL_EXPR: (n) => (n !== 1 ? 1 : 0),
  TRANSLATIONS: {
    ", in ": ", in ",
    "Hide Search Matches": "Suchtreffer nicht mehr hervorheben",
    "Preparing search...": "Die Suche wird vorbereitet …",
    "Search": "Suche",
    "Search Page": "Suche",
    "Search Results": "Suchergebnisse",
    "Searching": "Suche läuft",
    "Search finished, found one page matching the search query.": [
      "Eine Seite gefunden.",
      "${resultCount} Seiten gefunden.",
    ],
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Keine Seite gefunden. Bitte prüfen Sie die Schreibweise oder suchen Sie mit weniger Wörtern.",
  },
});
