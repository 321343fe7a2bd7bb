/* Felder eines Arbeitsblatts: lesen, setzen, prüfen, für Papier spiegeln; Zeilen anfügen.
   Ein Feld ist sein Rahmen „.eingabe“ mit Stelle und Art (siehe bedienelemente.py). */
"use strict";

Kompass.felder = (() => {
  const { liesZahl, schreibeZahl, liesTag, schreibeTag } = Kompass.werte;
  const MEISTE_ZEILEN = 200;
  const JA_NEIN = new Map([["ja", true], ["nein", false]]);

  const stelle = (feld) => feld.dataset.stelle;
  const alle = () => [...document.querySelectorAll(".eingabe[data-stelle]")];
  const kaestchen = (feld) => [...feld.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const schreibfeld = (feld) => feld.querySelector("input[type=text], textarea, select");
  const beschriftung = (feld) => {
    const frage = document.getElementById(`${stelle(feld)}-frage`);
    const satz = frage?.firstChild.textContent ?? "";
    return satz.trim() || feld.querySelector("[aria-label]")?.getAttribute("aria-label") || stelle(feld);
  };

  const grenzen = ({ dataset }) => [Number(dataset.von ?? -Infinity), Number(dataset.bis ?? Infinity)];
  const gelesen = (feld, text) =>
    feld.dataset.art === "zahl" ? liesZahl(text, feld.dataset.einheit, grenzen(feld)) : liesTag(text);
  const wirdGeprueft = (feld) => ["zahl", "datum"].includes(feld.dataset.art);

  /* Die Antwort, wie sie in der Datei steht; undefined heißt leer. */
  const lies = (feld) => {
    const gewaehlt = kaestchen(feld).filter((kasten) => kasten.checked).map((kasten) => kasten.value);
    if (feld.dataset.art === "mehrfach") return gewaehlt.length ? gewaehlt : undefined;
    const text = (schreibfeld(feld)?.value ?? gewaehlt[0] ?? "").trim();
    if (!text) return undefined;
    if (feld.dataset.art === "ja-nein") return JA_NEIN.get(text);
    return wirdGeprueft(feld) ? (gelesen(feld, text).wert ?? text) : text;
  };

  const passt = (feld, wert) => {
    if (wert === undefined) return true;
    const kaesten = kaestchen(feld).map((kasten) => kasten.value);
    const liste = schreibfeld(feld)?.options;
    const werte = liste ? [...liste].map((wahl) => wahl.value) : kaesten;
    const { art } = feld.dataset;
    if (art === "mehrfach") return Array.isArray(wert) && wert.every((teil) => werte.includes(teil));
    if (art === "ja-nein") return typeof wert === "boolean";
    if (Array.isArray(wert) || typeof wert === "boolean") return false;
    return werte.length === 0 || werte.includes(String(wert));
  };

  const alsTexte = (feld, wert) => {
    if (wert === undefined) return [];
    if (Array.isArray(wert)) return wert;
    if (typeof wert === "boolean") return [wert ? "ja" : "nein"];
    if (typeof wert === "number") return [schreibeZahl(wert)];
    return [feld.dataset.art === "datum" ? schreibeTag(wert) : wert];
  };

  /* Setzt eine Antwort; falsch, wenn sie nicht in das Feld passt. Dann bleibt es leer. */
  const setze = (feld, wert) => {
    const gut = passt(feld, wert);
    const texte = gut ? alsTexte(feld, wert) : [];
    for (const kasten of kaestchen(feld)) kasten.checked = texte.includes(kasten.value);
    const schreiben = schreibfeld(feld);
    if (schreiben) schreiben.value = texte[0] ?? "";
    pruefe(feld);
    spiegle(feld);
    return gut;
  };
  const gleich = (eins, zwei) => JSON.stringify(eins) === JSON.stringify(zwei);

  /* Sagt freundlich, was an einer Zahl oder einem Tag nicht zu verstehen ist. */
  const pruefe = (feld) => {
    if (!wirdGeprueft(feld)) return;
    const schreiben = schreibfeld(feld);
    const text = schreiben.value.trim();
    const fehler = text ? gelesen(feld, text).fehler : undefined;
    feld.querySelector(".meldung").textContent = fehler ?? "";
    if (fehler) schreiben.setAttribute("aria-invalid", "true");
    else schreiben.removeAttribute("aria-invalid");
  };

  /* Ein verstandener Tag steht danach so da, wie er überall steht. */
  const glaette = (feld) => {
    const schreiben = schreibfeld(feld);
    const tag = feld.dataset.art === "datum" ? liesTag(schreiben.value).wert : undefined;
    if (tag) schreiben.value = schreibeTag(tag);
    spiegle(feld);
  };

  /* Auf Papier steht der Text selbst, denn ein Feld schneidet ihn ab. */
  const spiegle = (feld) => {
    const schreiben = schreibfeld(feld);
    const leer = lies(feld) === undefined;
    feld.classList.toggle("gefuellt", !leer);
    const zurueck = feld.querySelector(".zuruecknehmen");
    if (zurueck) zurueck.hidden = leer;
    if (schreiben) feld.querySelector(".druckwert").textContent = schreiben.value.trim();
    if (!schreiben?.matches("textarea")) return;
    schreiben.style.height = "auto";
    const rand = schreiben.offsetHeight - schreiben.clientHeight;
    if (schreiben.scrollHeight) schreiben.style.height = `${schreiben.scrollHeight + rand}px`;
  };

  const neu = (art, klasse) => Object.assign(document.createElement(art), { className: klasse });
  const knopf = (text, klasse) => Object.assign(neu("button", klasse), { type: "button", textContent: text });

  /* Ergänzt, was nur Skripte brauchen: Meldung, Papierfassung, Zurücknehmen einer Auswahl. */
  const richteEin = (feld) => {
    const schreiben = schreibfeld(feld);
    if (schreiben) {
      const papier = neu("span", "druckwert");
      papier.setAttribute("aria-hidden", "true");
      schreiben.after(papier);
    } else if (feld.dataset.art !== "mehrfach") {
      const zurueck = knopf("zurücknehmen", "zuruecknehmen");
      zurueck.setAttribute("aria-label", `Antwort zurücknehmen: ${beschriftung(feld)}`);
      zurueck.hidden = true;
      feld.append(zurueck);
    }
    if (!wirdGeprueft(feld)) return;
    const meldung = neu("p", "meldung");
    meldung.id = `${stelle(feld)}-meldung`;
    meldung.setAttribute("aria-live", "polite");
    feld.append(meldung);
    const beschrieben = schreiben.getAttribute("aria-describedby") ?? "";
    schreiben.setAttribute("aria-describedby", `${beschrieben} ${meldung.id}`.trim());
  };

  /* Eine Zeile aus der Vorlage, in der die Nummer der ersten angefügten Zeile steht. */
  const zeileMit = (vorlage, nummer) => {
    const zeile = vorlage.content.querySelector("tr").cloneNode(true);
    const alt = vorlage.dataset.zeile;
    for (const teil of zeile.querySelectorAll("*"))
      for (const { name, value } of [...teil.attributes])
        if (value.includes(`[${alt}]`)) teil.setAttribute(name, value.replace(`[${alt}]`, `[${nummer}]`));
        else if (name === "aria-label")
          teil.setAttribute(name, value.replace(`, Zeile ${alt}: `, `, Zeile ${nummer}: `));
    return zeile;
  };

  const tabelle = (vorlage) => {
    const rumpf = vorlage.previousElementSibling.querySelector("tbody");
    const gedruckt = Number(vorlage.dataset.zeile) - 1;
    const fuegeAn = () => {
      const zeile = zeileMit(vorlage, rumpf.rows.length + 1);
      rumpf.append(zeile);
      zeile.querySelectorAll(".eingabe").forEach(richteEin);
      return zeile;
    };
    return {
      titel: vorlage.dataset.titel,
      name: stelle(vorlage.content.querySelector(".eingabe")).split("[")[0],
      vorlage,
      rumpf,
      fuegeAn,
      zeilen: () => rumpf.rows.length,
      voll: () => rumpf.rows.length >= MEISTE_ZEILEN,
      angefuegt: () => rumpf.rows.length > gedruckt,
      /* Auf dem Telefon sind leere Zeilen am Ende verborgen, bis sie dran sind. */
      verborgene: () => [...rumpf.rows].filter((zeile) => getComputedStyle(zeile).visibility === "hidden"),
      leere: () => [...rumpf.rows].filter((zeile) => !zeile.querySelector(".gefuellt, td > p")),
      letzte: () => [...rumpf.rows[rumpf.rows.length - 1].querySelectorAll(".eingabe")],
      entferne: () => rumpf.rows[rumpf.rows.length - 1].remove(),
    };
  };
  const tabellen = () => [...document.querySelectorAll("template.zeilenvorlage")].map(tabelle);

  return {
    MEISTE_ZEILEN, alle, stelle, beschriftung, lies, setze, pruefe, glaette,
    spiegle, richteEin, tabellen, neu, knopf, gleich,
  };
})();
