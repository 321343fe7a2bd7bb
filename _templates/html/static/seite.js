/* Kompass Leerstand: Werkzeuge einer Seite. Drucken und Adresse kopieren brauchen JavaScript; die
   übrigen Werkzeuge sind Links. */
"use strict";

(() => {
  /* Die feste Webadresse, sonst die der geöffneten Seite. Was hinter dem # steht, geht mit: die Auswahl
     im Katalog, die Antworten im Objektpfad, ein Abschnitt. Nur Hilfsstellen der Seite bleiben zurück. */
  const HILFSSTELLE = /^#(kompass-.*)?$/;
  const adresse = (knopf) => {
    const ohne = knopf.dataset.adresse || location.href.split("#")[0];
    return HILFSSTELLE.test(location.hash) ? ohne : ohne + location.hash;
  };

  /* Die Zwischenablage des Browsers gibt es unter file:// und in alten Browsern nicht immer. */
  const kopiereVonHand = (text) => {
    const feld = document.createElement("textarea");
    feld.value = text;
    feld.className = "nur-vorlesen";
    feld.setAttribute("aria-hidden", "true");
    document.body.append(feld);
    feld.select();
    const gelungen = document.execCommand("copy");
    feld.remove();
    return gelungen;
  };

  const kopiere = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return kopiereVonHand(text);
    }
  };

  const melde = (leiste, text) => {
    const meldung = leiste.querySelector(".werkzeug-meldung");
    meldung.textContent = text;
    clearTimeout(melde.uhr);
    melde.uhr = setTimeout(() => (meldung.textContent = ""), 8000);
  };

  const WERKZEUGE = {
    drucken: () => print(),
    adresse: async (knopf, leiste) => {
      const text = adresse(knopf);
      const gelungen = await kopiere(text);
      knopf.focus();
      melde(leiste, gelungen ? `Kopiert: ${text}` : `Bitte von Hand kopieren: ${text}`);
    },
  };

  document.addEventListener("click", (ereignis) => {
    const knopf = ereignis.target.closest("button[data-werkzeug]");
    if (knopf) WERKZEUGE[knopf.dataset.werkzeug](knopf, knopf.closest(".seitenwerkzeuge"));
  });
  document.addEventListener("keydown", (ereignis) => {
    const meldung = document.querySelector(".werkzeug-meldung");
    if (ereignis.key === "Escape" && meldung) meldung.textContent = "";
  });
})();
