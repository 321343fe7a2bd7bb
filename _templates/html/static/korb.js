/* Der Merkzettel auf jeder Seite: was gemerkt ist, die Schaltflächen „Merken“, der Weg zur Liste.
   Gemerkt wird im Browser; gesendet wird nichts. */
"use strict";

Kompass.korb = (() => {
  const NAME = "kompass-korb";
  const MEISTE = 500;
  const SEITE = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
  const { speicher } = Kompass;
  let behalten = speicher.geht(`${NAME}?`);

  /* Nur Namen von Seiten, jeder einmal: Was im Speicher oder in einer Datei steht, kann alles sein. */
  const istName = (name) => typeof name === "string" && SEITE.test(name);
  const alle = () => {
    try {
      const liste = JSON.parse(speicher.lies(NAME));
      return Array.isArray(liste) ? [...new Set(liste.filter(istName))].slice(0, MEISTE) : [];
    } catch {
      return [];
    }
  };

  const melde = () => document.dispatchEvent(new Event(NAME));
  const setze = (seiten) => {
    if (seiten.length) behalten = speicher.schreibe(NAME, JSON.stringify(seiten.slice(0, MEISTE)));
    else speicher.entferne(NAME);
    melde();
  };

  const hat = (seite) => alle().includes(seite);
  const lege = (seite) => {
    if (istName(seite) && !hat(seite)) setze([...alle(), seite]);
  };
  const nimm = (seite) => setze(alle().filter((andere) => andere !== seite));

  /* In einem anderen Fenster geändert. */
  addEventListener("storage", (ereignis) => {
    if (ereignis.key === NAME || ereignis.key === null) melde();
  });

  return { alle, hat, lege, nimm, setze, istName, MEISTE, gesperrt: () => !behalten };
})();

(() => {
  const { korb } = Kompass;
  const NUR_HIER =
    "Ihr Browser speichert auf diesem Gerät nichts. Der Merkzettel gilt nur, bis Sie diese Seite verlassen.";
  const VOLL = `Der Merkzettel ist voll: ${korb.MEISTE} Seiten. Nehmen Sie zuerst eine heraus.`;
  const stand = document.createElement("p");

  const seitenzahl = (anzahl) =>
    ["keine Seite", "eine Seite"][anzahl] ?? `${anzahl} Seiten`;

  /* Wovon die Schaltfläche handelt: von der Karte, in der sie steht, sonst von der Seite. */
  const titelVon = (ort) => {
    const karte = ort.closest(".karte")?.querySelector(".karte-titel");
    const kopf = document.querySelector("#kompass-inhalt h1");
    const text = ort.dataset.titel ?? karte?.textContent ?? kopf?.firstChild.textContent ?? "";
    return text.trim();
  };

  const zeige = (ort) => {
    const knopf = ort.querySelector("button");
    const gemerkt = korb.hat(ort.dataset.merken);
    if (knopf.getAttribute("aria-pressed") === String(gemerkt)) return;
    const wort = gemerkt ? "Gemerkt" : "Merken";
    knopf.setAttribute("aria-pressed", gemerkt);
    knopf.setAttribute("aria-label", `${wort}: ${titelVon(ort)}`);
    knopf.textContent = wort;
  };

  /* Füllt die leeren Plätze eines Teils der Seite; in Karten eines Katalogs legt es sie an. */
  korb.richteEin = (teil) => {
    for (const karte of teil.querySelectorAll(".katalog .karte[data-seite]")) {
      if (karte.querySelector(".merken")) continue;
      const ort = document.createElement("span");
      ort.className = "merken";
      ort.dataset.merken = karte.dataset.seite;
      karte.append(ort);
    }
    for (const ort of teil.querySelectorAll(".merken:empty")) {
      const knopf = document.createElement("button");
      knopf.type = "button";
      ort.append(knopf);
      zeige(ort);
    }
  };

  const zeigeAlles = () => {
    for (const ort of document.querySelectorAll(".merken:not(:empty)")) zeige(ort);
    const anzahl = korb.alle().length;
    for (const zahl of document.querySelectorAll(".merkzettel-zahl"))
      zahl.textContent = anzahl ? `(${anzahl})` : "";
  };

  const wechsle = (ort) => {
    const seite = ort.dataset.merken;
    const war = korb.hat(seite);
    if (war) korb.nimm(seite);
    else korb.lege(seite);
    const darauf = `Auf dem Merkzettel: ${seitenzahl(korb.alle().length)}.`;
    const was = war ? "ist vom Merkzettel genommen" : "ist gemerkt";
    const gelungen = korb.hat(seite) !== war;
    const hinweis = gelungen ? (korb.gesperrt() ? NUR_HIER : "") : VOLL;
    stand.textContent = gelungen ? `„${titelVon(ort)}“ ${was}. ${darauf} ${hinweis}` : VOLL;
    ort.querySelector(".merken-hinweis")?.remove();
    if (!hinweis) return;
    const sichtbar = document.createElement("span");
    sichtbar.className = "merken-hinweis";
    sichtbar.textContent = hinweis;
    ort.append(sichtbar);
  };

  document.addEventListener("click", (ereignis) => {
    const knopf = ereignis.target.closest(".merken button");
    if (knopf) wechsle(knopf.parentElement);
  });
  document.addEventListener("kompass-korb", zeigeAlles);
  document.addEventListener("DOMContentLoaded", () => {
    stand.className = "merken-stand";
    stand.setAttribute("role", "status");
    document.body.append(stand);
    korb.richteEin(document);
    zeigeAlles();
  });
})();
