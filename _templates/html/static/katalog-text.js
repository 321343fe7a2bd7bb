/* Freie Suche in den Karten eines Katalogs, mit den Regeln der großen Suche (suche/sprache.js): Umlaute,
   gebeugte Wörter, Wortteile. Synonyme und Tippfehler kennt nur die große Suche. */
"use strict";

globalThis.Kompass ??= {};

Kompass.katalogText = (texte, menge) => {
  const { woerter, falte, stamm } = globalThis.KompassSprache;
  const AB_HIER_INNEN = 4; // kürzere Eingaben gelten nur am Wortanfang

  /* Wort → Stellen der Seiten, auf deren Karte es steht. */
  const stellen = new Map();
  texte.forEach((text, stelle) => {
    for (const wort of new Set(woerter(text).map(falte))) {
      if (!stellen.has(wort)) stellen.set(wort, []);
      stellen.get(wort).push(stelle);
    }
  });
  const kartei = [...stellen].map(([wort, orte]) => ({ wort, stamm: stamm(wort), seiten: menge(orte) }));

  const passt = (eintrag, wort, kurz) =>
    eintrag.wort.startsWith(wort) ||
    eintrag.stamm === kurz ||
    (kurz.length >= AB_HIER_INNEN && eintrag.wort.includes(kurz));

  /* Seiten, auf deren Karte alle Wörter der Frage stehen; null, wenn nichts gefragt ist. */
  return (frage) => {
    const gefragt = woerter(frage).map(falte);
    if (!gefragt.length) return null;
    const jedes = gefragt.map((wort) => {
      const kurz = stamm(wort);
      const seiten = menge([]);
      for (const eintrag of kartei)
        if (passt(eintrag, wort, kurz)) eintrag.seiten.forEach((bits, i) => (seiten[i] |= bits));
      return seiten;
    });
    return jedes.reduce((alle, seiten) => alle.map((bits, i) => bits & seiten[i]));
  };
};
