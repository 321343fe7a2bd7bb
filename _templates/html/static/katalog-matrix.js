/* Die Matrix eines Katalogs zählt die Treffer je Gebäudetyp und Ansatz; ein Feld wählt beides aus. */
"use strict";

globalThis.Kompass ??= {};

Kompass.katalogMatrix = (rahmen, [typen, ansaetze], auswahl, waehle) => {
  const tabelle = rahmen.querySelector("table.matrix");
  const namen = [...tabelle.tHead.rows[0].cells].slice(1).map((zelle) => zelle.textContent.trim());
  const felder = [...tabelle.tBodies[0].rows].flatMap((zeile, i) =>
    [...zeile.cells].slice(1).map((zelle, j) => ({
      verweis: zelle.querySelector("a"),
      werte: [["gebaeudetyp", typen[i]], ["ansatz", ansaetze[j]]],
      name: `${zeile.cells[0].textContent.trim()}, ${namen[j]}`,
    })),
  );

  for (const { verweis, werte } of felder)
    verweis?.addEventListener("click", (ereignis) => {
      ereignis.preventDefault();
      if (verweis.hasAttribute("href")) waehle(werte);
    });

  /* Zeigt, wie viele der Treffer auf jedes Feld fallen. */
  return (treffer) => {
    for (const { verweis, werte, name } of felder) {
      if (!verweis) continue;
      const zahl = auswahl.beide(treffer, ...werte);
      verweis.textContent = zahl;
      verweis.setAttribute("aria-label", `${zahl}: ${name}`);
      if (zahl) verweis.href = `#${werte.map((paar) => paar.join("=")).join("&")}`;
      else verweis.removeAttribute("href");
    }
  };
};
