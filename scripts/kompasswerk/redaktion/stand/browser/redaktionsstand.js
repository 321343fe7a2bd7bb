/* Kompass Leerstand: Tabellen der Redaktion nach ihren Spalten filtern. Eine Tabelle der Klasse „filterbar“
   bekommt je Spalte mit wenigen Werten eine Auswahl. Ohne JavaScript steht die ganze Tabelle da. */
"use strict";

(() => {
  const MEISTE_WERTE = 12;
  const FRISTEN = ["überfällig", "diese Woche"];
  /* Hinter einem Strichpunkt steht Näheres; gefiltert wird nach dem, was davor steht. */
  const worte = (zelle) => zelle.textContent.split(";")[0].trim();
  const neu = (name, klasse, text = "") => {
    const teil = document.createElement(name);
    teil.className = klasse;
    teil.textContent = text;
    return teil;
  };

  /* Die Werte einer Spalte, nach denen sich filtern lässt: wenige und keine Zahlen.
     Von Tagen zählt nur, was dahinter steht. */
  const werte = (zeilen, spalte) => {
    const alle = zeilen.map((zeile) => worte(zeile.cells[spalte]));
    const fristen = FRISTEN.filter((frist) => alle.some((text) => text.endsWith(frist)));
    if (fristen.length) return fristen;
    const einzeln = [...new Set(alle)];
    const passt = einzeln.length > 1 && einzeln.length <= MEISTE_WERTE && einzeln.length < alle.length / 2;
    return passt && einzeln.every((text) => !/\d/.test(text)) ? einzeln.sort((a, b) => a.localeCompare(b, "de")) : [];
  };

  const auswahl = (titel, liste) => {
    const rahmen = neu("label", "", titel);
    const feld = document.createElement("select");
    feld.append(new Option("alle", ""), ...liste.map((wert) => new Option(wert, wert)));
    rahmen.append(feld);
    return [rahmen, feld];
  };

  const filter = (tabelle) => {
    const zeilen = [...tabelle.tBodies[0].rows];
    const leiste = neu("div", "stand-filter");
    leiste.setAttribute("role", "group");
    leiste.setAttribute("aria-label", "Zeilen der Tabelle auswählen");
    const felder = [...tabelle.tHead.rows[0].cells].flatMap((kopf, spalte) => {
      const liste = werte(zeilen, spalte);
      if (!liste.length) return [];
      const [rahmen, feld] = auswahl(worte(kopf), liste);
      leiste.append(rahmen);
      return [{ spalte, feld }];
    });
    if (!felder.length) return;
    const zahl = neu("p", "stand-zahl");
    zahl.setAttribute("role", "status");
    const zurueck = neu("button", "stand-zurueck", "Alle zeigen");
    zurueck.type = "button";
    leiste.append(zurueck, zahl);

    const zeige = () => {
      for (const zeile of zeilen) {
        zeile.hidden = felder.some(({ spalte, feld }) => {
          const text = worte(zeile.cells[spalte]);
          return feld.value && (FRISTEN.includes(feld.value) ? !text.endsWith(feld.value) : text !== feld.value);
        });
      }
      const offen = zeilen.filter((zeile) => !zeile.hidden).length;
      zahl.textContent = `${offen} von ${zeilen.length} Zeilen`;
      zurueck.disabled = felder.every(({ feld }) => !feld.value);
    };
    leiste.addEventListener("change", zeige);
    zurueck.addEventListener("click", () => {
      for (const { feld } of felder) feld.value = "";
      zeige();
      felder[0].feld.focus();
    });
    (tabelle.closest(".table-wrapper") ?? tabelle).before(leiste);
    zeige();
  };

  const beginne = () => document.querySelectorAll("table.filterbar").forEach(filter);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", beginne);
  else beginne();
})();
