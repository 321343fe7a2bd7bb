/* Eine Seite bearbeiten: laden, prüfen, speichern, Vorschau. */
"use strict";

Kompass.seite = (() => {
  const { oben, hole, sende } = Kompass.anfrage;
  const WARTEN_PRUEFEN = 1200;
  const WARTEN_VORSCHAU = 700;
  const UNFERTIG = "Vorschau ist aktuell. Titel und Steckbrief erscheinen, sobald nichts Nötiges mehr fehlt.";
  let daten = JSON.parse(document.getElementById("daten").textContent);
  let offen = false;

  const stand = document.getElementById("stand");
  const sage = (text, fehler = false) => {
    stand.textContent = text;
    stand.classList.toggle("fehler", fehler);
  };

  const eingabe = () => ({
    art: daten.art,
    pfad: daten.path,
    grundlage: daten.text,
    fragen: Kompass.felder.sammle(),
    texte: Kompass.text.sammle(),
  });

  /* --- Befunde --------------------------------------------------------------------------- */

  const liste = (befunde, titel) => {
    if (!befunde.length) return [];
    const kopf = document.createElement("h3");
    kopf.textContent = titel;
    const punkte = document.createElement("ul");
    for (const { befund, feld } of befunde) {
      const text = befund.stelle ? `${befund.stelle}: ${befund.meldung}` : befund.meldung;
      const punkt = document.createElement("li");
      if (feld) {
        const knopf = document.createElement("button");
        knopf.type = "button";
        knopf.className = "wie-link";
        knopf.textContent = text;
        knopf.addEventListener("click", () => feld.focus());
        punkt.append(knopf);
      } else punkt.textContent = text;
      punkte.append(punkt);
    }
    return [kopf, punkte];
  };

  const satz = (fehler, hinweise) => {
    if (!daten.path) return "Befunde erscheinen nach dem ersten Speichern hier und an jedem Feld.";
    if (!fehler && !hinweise) return "Alles in Ordnung.";
    const teile = [];
    if (fehler) teile.push(fehler === 1 ? "Eine Stelle ist noch zu beheben" : `${fehler} Stellen sind noch zu beheben`);
    if (hinweise) teile.push(hinweise === 1 ? "ein Hinweis" : `${hinweise} Hinweise`);
    return `${teile.join(", ")}.`;
  };

  const zeigeBefunde = (befunde) => {
    Kompass.felder.nimmWeg();
    const mit = befunde.map((befund, nummer) => ({ befund, feld: Kompass.felder.haengeAn(befund, nummer) }));
    const fehler = mit.filter(({ befund }) => befund.fehler);
    const hinweise = mit.filter(({ befund }) => !befund.fehler);
    const platz = document.querySelector("#befunde .inhalt");
    const kurz = document.createElement("summary");
    const alle = document.createElement("details");
    alle.open = platz.querySelector("details")?.open ?? false;
    kurz.textContent = satz(fehler.length, hinweise.length);
    alle.append(kurz, ...liste(fehler, "Bitte beheben"), ...liste(hinweise, "Hinweise"));
    const allein = document.createElement("p");
    allein.textContent = kurz.textContent;
    platz.replaceChildren(mit.length ? alle : allein);
    document.getElementById("befunde").dataset.fehler = fehler.length;
  };

  let wecker = 0;
  let pruefung = 0;
  const pruefe = async () => {
    const nummer = ++pruefung;
    if (!daten.path) return;
    try {
      const { befunde } = await sende("pruefen", eingabe());
      if (nummer === pruefung) zeigeBefunde(befunde);
    } catch (fehler) {
      if (nummer === pruefung) sage(fehler.message, true);
    }
  };

  /* --- Vorschau -------------------------------------------------------------------------- */

  const rahmen = document.querySelector("#vorschau iframe");
  const vorschaustand = document.getElementById("vorschaustand");
  const imFenster = document.getElementById("vorschau-fenster");
  let gezeigt = -1;
  let wartet = 0;

  const zeigeVorschau = (runde) => {
    const seite = `${daten.path.replace(/\.md$/, "")}.html`;
    const adresse = new URL(seite, vorschau);
    imFenster.href = adresse;
    imFenster.hidden = false;
    adresse.search = `runde=${runde}`;
    adresse.hash = Kompass.text.zuletzt() ?? "";
    rahmen.src = adresse;
    gezeigt = runde;
  };

  const folge = async () => {
    clearTimeout(wartet);
    if (!daten.path) {
      vorschaustand.textContent = "Die Vorschau erscheint nach dem ersten Speichern.";
      return;
    }
    try {
      const { baut, runde, meldung } = await hole("stand");
      const fertig = daten.ganz ? "Vorschau ist aktuell." : UNFERTIG;
      vorschaustand.textContent = baut ? "Vorschau wird gebaut …" : meldung || fertig;
      if (!baut && runde !== gezeigt && runde > 0 && !meldung) zeigeVorschau(runde);
      if (baut) wartet = setTimeout(folge, WARTEN_VORSCHAU);
    } catch (fehler) {
      vorschaustand.textContent = fehler.message;
    }
  };
  const { vorschau } = daten;

  const knopf = document.getElementById("vorschau-knopf");
  knopf.addEventListener("click", () => {
    const an = knopf.getAttribute("aria-pressed") !== "true";
    knopf.setAttribute("aria-pressed", String(an));
    document.body.classList.toggle("ohne-vorschau", !an);
    for (const feld of document.querySelectorAll("#formular textarea")) Kompass.felder.passeAn(feld);
  });

  /* --- Speichern ------------------------------------------------------------------------- */

  const fenster = document.getElementById("widerspruch");
  const zeigeWidersprueche = (stellen) => {
    const tabelle = document.createElement("table");
    const kopf = tabelle.createTHead().insertRow();
    for (const name of ["Stelle", "Ihre Eingabe", "In der Datei"]) {
      const zelle = document.createElement("th");
      zelle.scope = "col";
      zelle.textContent = name;
      kopf.append(zelle);
    }
    const koerper = tabelle.createTBody();
    for (const { stelle, eingabe: neu, datei } of stellen) {
      const zeile = koerper.insertRow();
      for (const text of [stelle, neu || "(leer)", datei || "(leer)"]) zeile.insertCell().textContent = text;
    }
    fenster.querySelector(".inhalt").replaceChildren(tabelle);
    fenster.showModal();
  };

  const nimm = (antwort) => {
    const neu = !daten.path;
    daten = { ...daten, ...antwort };
    document.querySelector(".tischkopf h1").textContent = daten.titel;
    Kompass.felder.zeige(daten.fragen);
    Kompass.text.zeige(daten.abschnitte);
    zeigeBefunde(daten.befunde);
    offen = false;
    if (neu) location.replace(new URL(`seite/${daten.path.replace(/\.md$/, "")}`, oben));
    else folge();
  };

  const speichere = async (trotzdem = false) => {
    clearTimeout(wecker);
    pruefung += 1;
    sage("Wird gespeichert …");
    const stelle = document.activeElement?.id;
    try {
      const antwort = await sende("speichern", { ...eingabe(), trotzdem });
      if (antwort.widersprueche) {
        sage("Nicht gespeichert: Die Datei wurde inzwischen geändert.", true);
        zeigeWidersprueche(antwort.widersprueche);
        return;
      }
      nimm(antwort);
      const wann = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
      sage(antwort.inzwischen ? "Gespeichert; Änderungen an der Datei sind übernommen." : `Gespeichert um ${wann} Uhr.`);
      document.getElementById(stelle)?.focus({ preventScroll: true });
    } catch (fehler) {
      sage(fehler.message, true);
    }
  };

  document.getElementById("speichern").addEventListener("click", () => speichere());
  document.getElementById("widerspruch-datei").addEventListener("click", () => {
    fenster.close();
    speichere(true);
  });
  document.addEventListener("keydown", (ereignis) => {
    if (!(ereignis.ctrlKey || ereignis.metaKey) || ereignis.key.toLowerCase() !== "s") return;
    ereignis.preventDefault();
    speichere();
  });
  document.getElementById("formular").addEventListener("input", (ereignis) => {
    if (ereignis.target.closest(".ergaenzen")) return;
    if (!offen) sage("Nicht gespeichert.");
    offen = true;
    clearTimeout(wecker);
    wecker = setTimeout(pruefe, WARTEN_PRUEFEN);
  });
  addEventListener("beforeunload", (ereignis) => {
    if (offen) ereignis.preventDefault();
  });

  addEventListener("DOMContentLoaded", () => {
    Kompass.felder.zeige(daten.fragen);
    Kompass.text.zeige(daten.abschnitte);
    zeigeBefunde(daten.befunde);
    folge();
  });

  return { pfad: () => daten.path };
})();
