/* Bis zu drei Fälle nebeneinander. Welche, steht in der Adresse: #vergleich=blank-jena,dorfladen-xy */
"use strict";

Kompass.vergleich = (() => {
  const MEISTE = 3;
  const ANKER = /^#vergleich=([a-z0-9-]+(?:,[a-z0-9-]+)*)$/;
  const QUELLE = /^\[\d+\]$/;
  const fakten = new Map(); /* Seite → Zeilen; kommt aus den Skripten der einzelnen Fälle */
  const faelle = new Map(); /* Kennung in der Adresse → Seite */

  const neu = (name, klasse, ...inhalt) => {
    const element = document.createElement(name);
    if (klasse) element.className = klasse;
    element.append(...inhalt);
    return element;
  };
  const titel = (seite) => Kompass.seiten[seite][1];
  const kennung = (seite) => seite.slice(seite.lastIndexOf("/") + 1);
  const bereit = () => {
    for (const [seite, [art]] of Object.entries(Kompass.seiten))
      if (art === "fall") faelle.set(kennung(seite), seite);
  };

  /* Was die Adresse nennt: bekannte Fälle, höchstens drei, und der Rest als Kennungen. */
  const genannt = () => {
    const kennungen = [...new Set(ANKER.exec(location.hash)?.[1].split(",") ?? [])];
    const bekannt = kennungen.filter((eine) => faelle.has(eine));
    return {
      seiten: bekannt.slice(0, MEISTE).map((eine) => faelle.get(eine)),
      zuviel: bekannt.slice(MEISTE).map((eine) => faelle.get(eine)),
      fremd: kennungen.filter((eine) => !faelle.has(eine)),
    };
  };

  /* Ersetzt die Adresse, damit „Zurück“ zur vorigen Seite führt und nicht durch jede Auswahl. */
  const nenne = (seiten) => {
    const anker = seiten.length ? `#vergleich=${seiten.map(kennung).join(",")}` : "";
    if (location.hash !== anker) history.replaceState(null, "", anker || location.pathname);
  };

  const lade = (seite, wurzel, stand) =>
    new Promise((fertig, fehlt) => {
      if (fakten.has(seite)) return fertig();
      const skript = neu("script", "");
      skript.src = `${wurzel}_static/merkzettel/faelle/${kennung(seite)}.js?v=${stand}`;
      skript.addEventListener("load", fertig);
      skript.addEventListener("error", fehlt);
      document.head.append(skript);
    });

  /* Ohne die Quellen: Sie zählen auf jeder Seite anders. */
  const istQuelle = (teil) => typeof teil !== "string" && QUELLE.test(teil[0]);
  const worte = (zeilen) => JSON.stringify(zeilen.map((zeile) => zeile.filter((teil) => !istQuelle(teil))));

  /* Ein Stück: Text, oder [Text, Adresse]; Quellen führen zur Liste auf der Seite des Falls. */
  const stueck = (teil, wurzel) => {
    if (typeof teil === "string") return teil;
    const [text, adresse] = teil;
    const quelle = istQuelle(teil);
    const verweis = neu("a", quelle ? "quellenverweis" : "", quelle ? text.slice(1, -1) : text);
    const fremd = /^https?:/.test(adresse);
    verweis.href = fremd ? adresse : wurzel + adresse;
    if (fremd) verweis.rel = "noopener";
    if (quelle) verweis.setAttribute("aria-label", `Quelle ${text.slice(1, -1)}`);
    return verweis;
  };

  const zelle = (zeilen, wurzel) => {
    const absaetze = zeilen.map((zeile) => neu("p", "", ...zeile.map((teil) => stueck(teil, wurzel))));
    return absaetze.length ? absaetze : [neu("p", "vergleich-leer", "keine Angabe")];
  };

  /* Alle Schlüssel in der Folge des Steckbriefs; was bei keinem steht, kommt nicht vor. */
  const schluessel = (seiten) => {
    const folge = [];
    for (const seite of seiten) {
      let nach = -1;
      for (const [name, beschriftung] of fakten.get(seite)) {
        const da = folge.findIndex(([anderer]) => anderer === name);
        if (da < 0) folge.splice(nach + 1, 0, [name, beschriftung]);
        nach = da < 0 ? nach + 1 : da;
      }
    }
    return folge;
  };

  const zeilenVon = (seite, name) =>
    (fakten.get(seite).find(([anderer]) => anderer === name) ?? []).slice(2);

  const mitRolle = (element, rolle) => {
    element.setAttribute("role", rolle);
    return element;
  };

  /* Rollen ausdrücklich: Auf dem Telefon stehen die Zellen untereinander, die Tabelle bleibt eine. */
  const zeile = ([name, beschriftung], seiten, wurzel) => {
    const wo = seiten.map((seite) => zeilenVon(seite, "ort").flat().join(""));
    const kurz = new Set(wo).size === seiten.length ? wo : seiten.map(titel);
    const werte = seiten.map((seite) => zeilenVon(seite, name));
    const gleich = new Set(werte.map(worte)).size === 1;
    const kopf = mitRolle(neu("th", "", beschriftung), "rowheader");
    kopf.scope = "row";
    if (gleich) kopf.append(neu("span", "vergleich-gleich", "überall gleich"));
    const zellen = werte.map((wert, stelle) => {
      const feld = mitRolle(neu("td", "", ...zelle(wert, wurzel)), "cell");
      feld.dataset.fall = kurz[stelle];
      return feld;
    });
    return mitRolle(neu("tr", gleich ? "gleich" : "verschieden", kopf, ...zellen), "row");
  };

  const spalte = (seite, wurzel) => {
    const verweis = neu("a", "", titel(seite));
    verweis.href = wurzel + Kompass.seiten[seite][3];
    const merken = neu("span", "merken");
    Object.assign(merken.dataset, { merken: seite, titel: titel(seite) });
    const weg = neu("button", "", "Herausnehmen");
    weg.type = "button";
    weg.dataset.heraus = seite;
    weg.setAttribute("aria-label", `Herausnehmen: ${titel(seite)}`);
    const kopf = mitRolle(neu("th", "", neu("p", "vergleich-titel", verweis)), "columnheader");
    kopf.scope = "col";
    kopf.append(neu("div", "vergleich-griffe", merken, weg));
    return kopf;
  };

  const tabelle = (seiten, wurzel) => {
    const ecke = mitRolle(neu("th", "", "Angabe"), "columnheader");
    ecke.scope = "col";
    const kopf = mitRolle(neu("tr", "", ecke, ...seiten.map((seite) => spalte(seite, wurzel))), "row");
    const zeilen = schluessel(seiten).map((paar) => zeile(paar, seiten, wurzel));
    const titelzeile = neu("caption", "", `${seiten.length} Fälle im Vergleich`);
    const ganz = neu("table", "docutils vergleich", titelzeile,
      mitRolle(neu("thead", "", kopf), "rowgroup"), mitRolle(neu("tbody", "", ...zeilen), "rowgroup"));
    return mitRolle(ganz, "table");
  };

  /* Lädt, was fehlt, und gibt die Tabelle; wirft, wenn sich ein Fall nicht laden lässt. */
  const baue = async (seiten, wurzel, stand) => {
    await Promise.all(seiten.map((seite) => lade(seite, wurzel, stand)));
    return tabelle(seiten, wurzel);
  };

  return {
    MEISTE, neu, titel, bereit, genannt, nenne, baue,
    nimm: (seite, zeilen) => fakten.set(seite, zeilen),
  };
})();
