/* Das Formular: Antworten setzen und lesen, Zeilen von Tabellen, Befunde am Feld.
   Ein Feld ist sein Rahmen „.eingabe“ mit Stelle und Art (siehe bedienelemente.py). */
"use strict";

Kompass.felder = (() => {
  const VORLAGE = "[9999]";
  let naechste = 1;

  const kaestchen = (feld) => [...feld.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const schreibfeld = (feld) => feld.querySelector("input[type=text], textarea, select");

  /* Ein Wert, den die Liste nicht kennt, bleibt wählbar: Sonst ginge er beim Speichern verloren. */
  const setze = (feld, text) => {
    const werte = text.split("; ");
    for (const kasten of kaestchen(feld)) kasten.checked = werte.includes(kasten.value);
    const schreiben = schreibfeld(feld);
    if (!schreiben) return;
    if (schreiben.tagName === "SELECT" && text && ![...schreiben.options].some((o) => o.value === text))
      schreiben.add(new Option(text, text));
    schreiben.value = text;
    passeAn(schreiben);
  };

  const lies = (feld) =>
    schreibfeld(feld)?.value ??
    kaestchen(feld).filter((kasten) => kasten.checked).map((kasten) => kasten.value).join("; ");

  /* Textfelder sind so hoch wie ihr Text. */
  const passeAn = (feld) => {
    if (feld.tagName !== "TEXTAREA") return;
    feld.rows = 2;
    feld.style.height = "auto";
    feld.style.height = `${feld.scrollHeight + 2}px`;
  };

  const spalte = (feld) => feld.dataset.stelle.split("].")[1];
  const tabellen = () => [...document.querySelectorAll("[data-tabelle]")];
  const zeilen = (tabelle) => [...tabelle.querySelectorAll(".zeile")];
  const einzelne = () => [...document.querySelectorAll("#formular .frage > .eingabe, .gruppe .eingabe")];
  const frage = (feld) => feld.dataset.stelle.split(".")[1];

  const zaehle = (tabelle) => {
    const vorgaben = tabelle.dataset.vorgaben.split("\n").filter(Boolean);
    zeilen(tabelle).forEach((zeile, nummer) => {
      const name = vorgaben[nummer] ?? `${nummer + 1}`;
      zeile.querySelector("legend").textContent = vorgaben.length
        ? name : `${tabelle.dataset.titel}, Eintrag ${name}`;
    });
  };

  const neueZeile = (tabelle, werte = {}) => {
    const zeile = tabelle.querySelector("template").content.firstElementChild.cloneNode(true);
    const nummer = `[${naechste++}]`;
    for (const teil of zeile.querySelectorAll("*"))
      for (const { name, value } of [...teil.attributes])
        if (value.includes(VORLAGE)) teil.setAttribute(name, value.replaceAll(VORLAGE, nummer));
    tabelle.querySelector(".zeilen").append(zeile);
    for (const feld of zeile.querySelectorAll(".eingabe")) setze(feld, werte[spalte(feld)] ?? "");
    zaehle(tabelle);
    return zeile;
  };

  const zeige = (fragen) => {
    for (const feld of einzelne()) setze(feld, fragen[frage(feld)] ?? "");
    for (const tabelle of tabellen()) {
      tabelle.querySelector(".zeilen").replaceChildren();
      for (const werte of fragen[tabelle.dataset.tabelle] ?? []) neueZeile(tabelle, werte);
    }
  };

  const sammle = () => {
    const fragen = {};
    for (const feld of einzelne()) fragen[frage(feld)] = lies(feld);
    for (const tabelle of tabellen())
      fragen[tabelle.dataset.tabelle] = zeilen(tabelle).map((zeile) =>
        Object.fromEntries(
          [...zeile.querySelectorAll(".eingabe")].map((feld) => [spalte(feld), lies(feld)]),
        ),
      );
    return fragen;
  };

  /* --- Befunde --------------------------------------------------------------------------- */

  const ziel = (befund) => {
    if (befund.abschnitt >= 0)
      return document.querySelector(`.abschnitt[data-nummer="${befund.abschnitt}"] .eingabe`);
    const tabelle = tabellen().find((each) => each.dataset.tabelle === befund.frage);
    if (!tabelle) return einzelne().find((feld) => frage(feld) === befund.frage);
    const zeile = zeilen(tabelle)[befund.zeile];
    const felder = zeile ? [...zeile.querySelectorAll(".eingabe")] : [];
    return felder.find((feld) => spalte(feld) === befund.spalte) ?? zeile ?? tabelle;
  };

  const nimmWeg = () => {
    for (const satz of document.querySelectorAll("#formular .meldung.befund")) satz.remove();
    for (const feld of document.querySelectorAll('#formular [aria-invalid="true"]'))
      feld.removeAttribute("aria-invalid");
    for (const feld of document.querySelectorAll("[data-beschrieben]")) {
      const vorher = feld.dataset.beschrieben;
      if (vorher) feld.setAttribute("aria-describedby", vorher);
      else feld.removeAttribute("aria-describedby");
      delete feld.dataset.beschrieben;
    }
  };

  /* Hängt den Befund an sein Feld und nennt, wohin der Fokus gehört. */
  const haengeAn = (befund, nummer) => {
    const feld = ziel(befund);
    if (!feld) return null;
    const satz = document.createElement("p");
    satz.className = befund.fehler ? "meldung befund" : "meldung befund hinweis";
    satz.id = `befund-${nummer}`;
    satz.textContent = befund.meldung;
    if (feld.matches("fieldset")) feld.querySelector(".zeilen, .zellen").before(satz);
    else feld.append(satz);
    const bedient = feld.querySelector("textarea, select, input, button");
    const beschrieben = feld.querySelector(".kaestchenreihe") ?? bedient;
    beschrieben.dataset.beschrieben ??= beschrieben.getAttribute("aria-describedby") ?? "";
    const bisher = beschrieben.getAttribute("aria-describedby");
    beschrieben.setAttribute("aria-describedby", bisher ? `${bisher} ${satz.id}` : satz.id);
    if (befund.fehler && feld.matches(".eingabe")) beschrieben.setAttribute("aria-invalid", "true");
    return bedient;
  };

  /* --- Bedienung ------------------------------------------------------------------------- */

  document.addEventListener("click", (ereignis) => {
    const knopf = ereignis.target.closest("[data-aktion]");
    const tabelle = knopf?.closest("[data-tabelle]");
    if (!tabelle) return;
    if (knopf.dataset.aktion === "zeile-dazu")
      neueZeile(tabelle).querySelector("input, textarea, select").focus();
    else {
      knopf.closest(".zeile").remove();
      zaehle(tabelle);
      tabelle.querySelector('[data-aktion="zeile-dazu"]').focus();
    }
    tabelle.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("change", (ereignis) => {
    const wahl = ereignis.target.closest(".ergaenzen");
    if (!wahl?.value) return;
    const feld = schreibfeld(wahl.closest(".frage").querySelector(".eingabe"));
    feld.value = [feld.value.trim(), wahl.value].filter(Boolean).join("; ");
    wahl.value = "";
    passeAn(feld);
    feld.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("input", (ereignis) => passeAn(ereignis.target));

  return { zeige, sammle, neueZeile, haengeAn, nimmWeg, passeAn };
})();
