/* Tabellen filtern: Spalten, die „filtern-2“ nennt, bekommen eine Auswahl über der Tabelle.
   Ohne JavaScript steht die Tabelle vollständig da. */
"use strict";

(() => {
  const vergleich = new Intl.Collator("de");
  const teile = (zelle) => zelle.textContent.split(", ").map((teil) => teil.trim());
  const spaltenVon = (tabelle) =>
    [...tabelle.classList]
      .map((name) => /^filtern-(\d+)$/.exec(name))
      .filter(Boolean)
      .map((treffer) => Number(treffer[1]) - 1);

  const auswahl = (tabelle, spalte, aendern) => {
    const werte = new Set([...tabelle.tBodies[0].rows].flatMap((zeile) => teile(zeile.cells[spalte])));
    const beschriftung = document.createElement("label");
    beschriftung.textContent = tabelle.tHead.rows[0].cells[spalte].textContent.trim();
    const feld = document.createElement("select");
    feld.name = beschriftung.textContent.toLowerCase();
    feld.append(new Option("alle", ""));
    for (const wert of [...werte].filter(Boolean).sort(vergleich.compare))
      feld.append(new Option(wert, wert));
    feld.addEventListener("change", aendern);
    beschriftung.append(feld);
    return { spalte, beschriftung, feld };
  };

  const zeige = (tabelle, auswahlen, stand) => {
    const zeilen = [...tabelle.tBodies[0].rows];
    for (const zeile of zeilen)
      zeile.hidden = !auswahlen.every(
        ({ spalte, feld }) => !feld.value || teile(zeile.cells[spalte]).includes(feld.value),
      );
    const sichtbar = zeilen.filter((zeile) => !zeile.hidden).length;
    stand.textContent = `${sichtbar} von ${zeilen.length}`;
  };

  /* Die Auswahl steht in der Adresse, damit ein Ergebnis sich verschicken lässt. */
  const merke = (auswahlen) => {
    const adresse = new URL(location.href);
    for (const { feld } of auswahlen)
      if (feld.value) adresse.searchParams.set(feld.name, feld.value);
      else adresse.searchParams.delete(feld.name);
    try {
      history.replaceState(null, "", adresse);
    } catch {
      /* Vom Stick geöffnet: Dort dürfen Seiten ihre Adresse nicht ändern. */
    }
  };

  const machFilterbar = (tabelle) => {
    const spalten = spaltenVon(tabelle);
    if (!spalten.length) return;
    const leiste = document.createElement("form");
    leiste.className = "filterleiste";
    leiste.addEventListener("submit", (ereignis) => ereignis.preventDefault());
    const stand = document.createElement("p");
    stand.setAttribute("role", "status");
    const aendern = () => {
      zeige(tabelle, auswahlen, stand);
      merke(auswahlen);
    };
    const auswahlen = spalten.map((spalte) => auswahl(tabelle, spalte, aendern));
    const gewuenscht = new URLSearchParams(location.search);
    for (const { feld } of auswahlen) {
      const wert = gewuenscht.get(feld.name);
      if ([...feld.options].some((moeglich) => moeglich.value === wert)) feld.value = wert;
    }
    leiste.append(...auswahlen.map(({ beschriftung }) => beschriftung), stand);
    (tabelle.closest(".table-wrapper") ?? tabelle).before(leiste);
    zeige(tabelle, auswahlen, stand);
  };

  /* Vor dem Sortieren, das die Köpfe zu Schaltflächen macht. */
  document.addEventListener("DOMContentLoaded", () => {
    for (const tabelle of document.querySelectorAll("table[class*='filtern-']")) machFilterbar(tabelle);
  });
})();
