/* Wegweiser: eine Tabelle „Frage – Beginnen Sie mit“ macht aus den Antworten einen Vorschlag.
   Die Tabelle trägt die Klasse „wegweiser“ und nennt links Nummern von Fragen der Seite. Es zählt
   das erste „nein“, ohne ein solches das erste „teilweise“, wie es auf der Seite steht. */
"use strict";

(() => {
  const WORTE = ["nein", "teilweise"];
  const { felder } = Kompass;

  const fragen = () => {
    const gefunden = new Map();
    for (const satz of document.querySelectorAll(".fragesatz")) {
      const nummer = /^(\d+)\. /.exec(satz.textContent)?.[1];
      if (nummer) gefunden.set(Number(nummer), satz.closest(".frage").querySelector(".eingabe"));
    }
    return gefunden;
  };

  const ziele = (tabelle) => {
    const wohin = new Map();
    for (const zeile of tabelle.tBodies[0].rows)
      for (const nummer of zeile.cells[0].textContent.match(/\d+/g) ?? [])
        wohin.set(Number(nummer), zeile.cells[1].querySelector("a"));
    return wohin;
  };

  const vorschlag = (wohin, antworten) => {
    const nummern = [...wohin.keys()].sort((a, b) => a - b);
    for (const wort of WORTE) {
      const erste = nummern.find((nummer) => antworten.get(nummer) === wort);
      if (erste) return { erste, wort, ziel: wohin.get(erste) };
    }
    return null;
  };

  const saetze = (gefunden, vollstaendig) => {
    const offen = vollstaendig ? [] : [" Noch sind nicht alle Fragen beantwortet."];
    if (gefunden) {
      const { erste, wort, ziel } = gefunden;
      const grund = `. Frage ${erste} ist Ihr erstes „${wort}“.`;
      return ["Unser Vorschlag: Beginnen Sie mit ", ziel.cloneNode(true), grund, ...offen];
    }
    return vollstaendig ? ["Überall „ja“. Prüfen Sie in einem Jahr wieder."] : [];
  };

  const richteEin = (tabelle) => {
    const stand = felder.neu("p", "wegweiser-vorschlag");
    stand.setAttribute("role", "status");
    tabelle.closest(".table-wrapper").after(stand);
    const wohin = ziele(tabelle);
    const zeige = () => {
      const gefragt = [...fragen()].filter(([nummer]) => wohin.has(nummer));
      const antworten = new Map(gefragt.map(([nummer, feld]) => [nummer, felder.lies(feld)]));
      const vollstaendig = [...antworten.values()].every((wert) => wert !== undefined);
      const neu = felder.neu("p", "");
      neu.append(...saetze(vorschlag(wohin, antworten), vollstaendig));
      /* Nur was sich ändert, wird vorgelesen. */
      if (neu.innerHTML !== stand.innerHTML) stand.replaceChildren(...neu.childNodes);
    };
    document.addEventListener("kompass-formular", zeige);
  };

  /* Wird vor formular.js geladen, damit der Wegweiser hört, was gemerkt ist. */
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("table.wegweiser").forEach(richteEin);
  });
})();
