/* Objektpfad: drei Fragen, eine Antwort. Was gilt, steht in objektpfad-daten.js; hier wird nur
   nachgeschlagen und gezeigt. Ohne JavaScript stehen Fragen und Regeln als Listen und Tabellen da. */
"use strict";

(() => {
  const { neu, verweis, liste, knopf, drucke, merkknopf } = Kompass.antwort;
  const daten = Kompass.objektpfadDaten;
  const ANDERS = { gebaeude: "andere Gebäude", lage: "eine Eigentümerseite, um die es anders steht" };
  const ZAHL = ["kein", "ein", "zwei", "drei"];
  const namen = daten.fragen.map(({ name }) => name);
  const seite = (nummer) => daten.seiten[nummer];

  /* --- Fragen ------------------------------------------------------------------------------ */

  const wahl = (frage, [wert, name, erklaerung]) => {
    const feld = neu("input", "");
    Object.assign(feld, { type: "radio", name: frage, value: wert, id: `objekt-${frage}-${wert}` });
    const hilfe = neu("span", "wahl-hilfe", erklaerung);
    hilfe.id = `${feld.id}-hilfe`;
    feld.setAttribute("aria-describedby", hilfe.id);
    const beschriftung = neu("label", "wahl-name", name);
    beschriftung.htmlFor = feld.id;
    return neu("div", "wahl", feld, neu("div", "wahl-text", beschriftung, hilfe));
  };

  const fragen = () =>
    daten.fragen.map(({ name, frage, werte }, nummer) =>
      neu(
        "fieldset",
        `frage-${name}`,
        neu("legend", "", `${nummer + 1}. ${frage}`),
        neu("div", "wahlreihe", ...werte.map((wert) => wahl(name, wert))),
      ),
    );

  /* --- Nachschlagen ------------------------------------------------------------------------- */

  const gewaehlt = (form) => namen.map((name) => form.elements[name].value);
  const stellen = (werte) =>
    daten.fragen.map((frage, nummer) => frage.werte.findIndex(([wert]) => wert === werte[nummer]));

  const antwortZu = (werte) => {
    const [gebaeude, lage, zustand] = stellen(werte);
    const nummern = daten.antworten[gebaeude][lage][zustand];
    const teile = ["anrufe", "mittel", "faelle", "briefe", "blaetter", "luecken"];
    return Object.fromEntries(teile.map((teil, nummer) => [teil, daten[teil][nummern[nummer]]]));
  };

  const inWorten = (werte) =>
    stellen(werte).map((stelle, nummer) => daten.fragen[nummer].werte[stelle][1]).join(" · ");

  /* --- Antwort ------------------------------------------------------------------------------ */

  const anruf = ([wen, sagen, grund, danach, mehr]) =>
    neu(
      "div",
      "anruf",
      neu("h4", "", "Ihr erster Anruf"),
      neu("p", "anruf-wen", wen),
      neu("blockquote", "", neu("p", "", `„${sagen}“`)),
      neu("p", "", grund),
      danach && neu("p", "", neu("strong", "", "Danach: "), danach),
      mehr >= 0 && neu("p", "", "Mehr dazu: ", verweis(seite(mehr))),
    );

  /* „am nächsten“: Die Seite nennt andere Gebäude oder Lagen, und die Regel verlangt sie nicht immer. */
  const nurNah = ([, , , anders, immer]) => anders.length && !immer;

  const wasAnders = (anders, immer) => {
    const was = anders.map((teil) => ANDERS[teil]).join(" und ");
    return `${immer ? "Gehört immer dazu." : "Anders:"} Der Text zu diesem Instrument behandelt ${was}.`;
  };

  const mittelpunkt = (einer) => {
    const [nummer, grund, voraussetzung, anders, immer] = einer;
    return [
      neu("p", "", verweis(seite(nummer)), nurNah(einer) ? neu("span", "naechste", "am nächsten") : null),
      neu("p", "", grund),
      anders.length && neu("p", "", wasAnders(anders, immer)),
      voraussetzung && neu("p", "voraussetzung", neu("strong", "", "Voraussetzung: "), voraussetzung),
    ];
  };

  const mittel = ({ mittel: alle, luecken }) => {
    const nahe = alle.some(nurNah) && "Wo „am nächsten“ steht, passt das Instrument nicht genau.";
    const satz = luecken ? `${luecken} Am nächsten:` : nahe;
    return [
      neu("h4", "", luecken ? "Kein Instrument passt genau" : "Instrumente"),
      satz && neu("p", "luecke", satz),
      liste("ol", alle.map(mittelpunkt)),
    ];
  };

  const faelle = ({ faelle: alle }) => {
    const passende = alle.filter(([, , passt]) => passt).length;
    const satz = passende
      ? `Nur ${ZAHL[passende]} ${passende === 1 ? "Fall passt" : "Fälle passen"} genau. ${alle.length - passende === 1 ? "Der andere ist" : "Die anderen sind"} am nächsten.`
      : "Kein Fall passt genau. Am nächsten:";
    return [
      neu("h4", "", "Fälle aus anderen Orten"),
      passende < alle.length && neu("p", "luecke", satz),
      liste(
        "ol",
        alle.map(([nummer, grund, passt]) => [
          neu("p", "", verweis(seite(nummer)), passt ? null : neu("span", "naechste", "am nächsten")),
          neu("p", "", grund),
        ]),
      ),
    ];
  };

  const papiere = ({ briefe: [brief, grund, luecke], blaetter }) => [
    neu("h4", "", "Brief oder Vorlage"),
    luecke && neu("p", "luecke", `${luecke} Am nächsten:`),
    liste("ul", [[neu("p", "", verweis(seite(brief))), neu("p", "", grund)]]),
    neu("h4", "", "Arbeitsblätter"),
    liste("ul", blaetter.map(([nummer, wozu]) => [neu("p", "", verweis(seite(nummer))), neu("p", "", wozu)])),
  ];

  const alleSeiten = ({ mittel: m, faelle: f, briefe, blaetter }) => {
    const nummern = [...m, ...f, briefe, ...blaetter].map(([nummer]) => nummer);
    return [...new Set(nummern)].map((nummer) => seite(nummer)[0]);
  };

  const befehl = ([gebaeude, lage]) => {
    const eigentum = lage === "kommune" ? " --eigentum kommunal" : "";
    return `nox -s arbeitsbuch -- --stadt "Ihre Stadt" --gebaeude ${gebaeude}${eigentum}`;
  };

  const post = (werte) => {
    const link = neu("a", "knopf", "Als E-Mail schicken");
    const betreff = encodeURIComponent(`Was tun mit diesem Haus? ${inWorten(werte)}`);
    link.href = `mailto:?subject=${betreff}&body=${encodeURIComponent(location.href)}`;
    return link;
  };

  const zeige = (ort, werte, melde) => {
    const antwort = antwortZu(werte);
    const titel = neu("h3", "", inWorten(werte));
    titel.id = "objektantwort";
    titel.tabIndex = -1;
    ort.replaceChildren(
      titel,
      anruf(antwort.anrufe),
      ...[...mittel(antwort), ...faelle(antwort), ...papiere(antwort)].filter(Boolean),
      neu(
        "p",
        "antwort-hinweis",
        "Regeln und Auswahl sind eine Einschätzung der Redaktion und keine Rechtsberatung.",
      ),
      neu(
        "div",
        "knoepfe",
        ...[merkknopf(alleSeiten(antwort), melde), post(werte), knopf("Antwort drucken", drucke)].filter(Boolean),
      ),
      neu("p", "nicht-auf-papier", "Ein Arbeitsbuch dazu macht die Geschäftsstelle. Schicken Sie ihr die Antwort per E-Mail."),
      neu(
        "details",
        "arbeitsbuch-dazu nicht-auf-papier",
        neu("summary", "", "Nur für die Geschäftsstelle: der Befehl"),
        neu("pre", "", neu("code", "", befehl(werte))),
      ),
    );
    ort.hidden = false;
    return titel;
  };

  /* --- Adresse: damit sich eine Antwort verschicken lässt ----------------------------------- */

  const merke = (werte) => {
    const teile = new URLSearchParams(namen.map((name, nummer) => [name, werte[nummer]]));
    try {
      history.replaceState(null, "", `#${teile}`);
    } catch {
      location.hash = teile; /* vom Stick geöffnet */
    }
  };

  const ausAdresse = (form) => {
    const teile = new URLSearchParams(location.hash.slice(1));
    for (const name of namen)
      for (const feld of form.elements[name]) if (feld.value === teile.get(name)) feld.checked = true;
    return gewaehlt(form).every(Boolean);
  };

  /* --- Einrichten --------------------------------------------------------------------------- */

  const richteEin = (ohne) => {
    const stand = neu("p", "antwort-stand");
    stand.setAttribute("role", "status");
    const melde = (satz) => (stand.textContent = satz);
    const senden = neu("button", "haupt", "Antwort zeigen");
    const form = neu("form", "objektform", ...fragen(), neu("div", "knoepfe", senden), stand);
    const ergebnis = neu("section", "objektantwort");
    ergebnis.setAttribute("aria-labelledby", "objektantwort");
    ergebnis.hidden = true;
    ohne.replaceWith(form, ergebnis);

    const beantworte = () => {
      const werte = gewaehlt(form);
      merke(werte);
      return zeige(ergebnis, werte, melde);
    };
    form.addEventListener("submit", (ereignis) => {
      ereignis.preventDefault();
      const offen = namen.findIndex((name) => !form.elements[name].value);
      if (offen >= 0) {
        melde(`Noch offen: ${daten.fragen[offen].frage}`);
        return form.elements[namen[offen]][0].focus();
      }
      melde("");
      beantworte().focus();
    });
    /* Wer nachher etwas ändert, bleibt im Formular; ein Satz sagt, dass die Antwort neu ist. */
    form.addEventListener("change", () => {
      if (ergebnis.hidden) return;
      beantworte();
      melde(`Die Antwort darunter ist neu: ${inWorten(gewaehlt(form))}.`);
    });
    addEventListener("hashchange", () => ausAdresse(form) && beantworte());
    /* Wer einen geschickten Link öffnet, will die Antwort lesen. */
    if (ausAdresse(form)) beantworte().scrollIntoView();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const ohne = document.querySelector(".objektfragen");
    if (ohne && daten) richteEin(ohne);
  });
})();
