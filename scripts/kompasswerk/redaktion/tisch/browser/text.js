/* Der Text in Abschnitten: Auszeichnungen einfügen, Bilder mit Alternativtext. */
"use strict";

Kompass.text = (() => {
  const { passeAn, neueZeile } = Kompass.felder;
  const { sendeDatei } = Kompass.anfrage;
  const LIZENZ = "CC BY 4.0";
  const felder = () => [...document.querySelectorAll("#abschnitte textarea")];
  let zuletzt = null;

  const mache = (abschnitt, nummer) => {
    const teil = document.getElementById("abschnitt").content.firstElementChild.cloneNode(true);
    const feld = teil.querySelector("textarea");
    const name = abschnitt.ueberschrift || "Vor der ersten Überschrift";
    teil.dataset.nummer = nummer;
    teil.dataset.anker = abschnitt.anker;
    teil.hidden = !abschnitt.ueberschrift && !abschnitt.text;
    feld.id = `text-${nummer}`;
    feld.value = abschnitt.text;
    const beschriftung = teil.querySelector("label");
    beschriftung.htmlFor = feld.id;
    beschriftung.textContent = name;
    teil.querySelector(".leiste").setAttribute("aria-label", `Auszeichnungen für ${name}`);
    const hilfe = teil.querySelector(".hilfe");
    hilfe.id = `text-${nummer}-hilfe`;
    for (const satz of abschnitt.hilfe) {
      const absatz = document.createElement("p");
      absatz.textContent = satz;
      hilfe.append(absatz);
    }
    if (abschnitt.hilfe.length) feld.setAttribute("aria-describedby", hilfe.id);
    return teil;
  };

  const zeige = (abschnitte) => {
    const teile = abschnitte.map(mache);
    document.getElementById("abschnitte").replaceChildren(...teile);
    felder().forEach(passeAn);
  };

  const sammle = () => felder().map((feld) => feld.value);

  /* --- Einfügen -------------------------------------------------------------------------- */

  /* Ersetzt die Auswahl so, dass „Rückgängig“ sie zurückholt, und wählt den inneren Teil. */
  const ersetze = (feld, vor, innen, nach) => {
    const { selectionStart: von, selectionEnd: bis } = feld;
    feld.focus();
    feld.setSelectionRange(von, bis);
    if (!document.execCommand("insertText", false, vor + innen + nach))
      feld.setRangeText(vor + innen + nach, von, bis, "end");
    feld.setSelectionRange(von + vor.length, von + vor.length + innen.length);
    feld.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const gewaehlt = (feld) => feld.value.slice(feld.selectionStart, feld.selectionEnd);
  const anZeilenanfang = (feld) => {
    const davor = feld.value.slice(0, feld.selectionStart);
    if (!davor.trim()) return "";
    return davor.endsWith("\n\n") ? "" : davor.endsWith("\n") ? "\n" : "\n\n";
  };

  const kennung = () =>
    document.querySelector('[data-tabelle="quellen"] .zeile input, [data-tabelle="quellen"] .zeile textarea')
      ?.value.trim() || "q1";

  const SETZE = {
    fett: (feld) => ersetze(feld, "**", gewaehlt(feld) || "wichtig", "**"),
    kursiv: (feld) => ersetze(feld, "*", gewaehlt(feld) || "betont", "*"),
    link: (feld) => ersetze(feld, `[${gewaehlt(feld) || "Name der Seite"}](`, "https://", ")"),
    quelle: (feld) => ersetze(feld, " {quelle}`", kennung(), "`"),
    liste: (feld) => {
      const zeilen = (gewaehlt(feld) || "erster Punkt\nzweiter Punkt").split("\n");
      const punkte = zeilen.filter((zeile) => zeile.trim()).map((zeile) => `- ${zeile}`).join("\n");
      ersetze(feld, anZeilenanfang(feld), punkte, "\n");
    },
    bild: (feld) => oeffneBild(feld),
  };

  document.addEventListener("click", (ereignis) => {
    const knopf = ereignis.target.closest("[data-setze]");
    if (knopf) SETZE[knopf.dataset.setze](knopf.closest(".abschnitt").querySelector("textarea"));
  });
  document.addEventListener("focusin", (ereignis) => {
    const teil = ereignis.target.closest(".abschnitt");
    if (teil) zuletzt = teil.dataset.anker;
  });

  /* --- Bilder ---------------------------------------------------------------------------- */

  const fenster = document.getElementById("bild");
  const im = (name) => document.getElementById(`bild-${name}`);
  const klage = (text) => {
    fenster.querySelector(".meldung").textContent = text;
  };
  let ziel = null;

  const oeffneBild = (feld) => {
    ziel = feld;
    const pfad = Kompass.seite.pfad();
    klage(pfad ? "" : "Bitte speichern Sie die Seite einmal, bevor Sie Bilder einfügen.");
    im("ok").disabled = !pfad;
    im("datei").value = im("alt").value = im("name").textContent = "";
    im("lizenz").value ||= LIZENZ;
    fenster.showModal();
  };

  const fehlt = () => {
    if (!im("datei").files.length) return "Bitte wählen Sie eine Bilddatei.";
    if (!im("alt").value.trim()) return "Bitte schreiben Sie, was auf dem Bild zu sehen ist.";
    const rechte = im("lizenz").value.trim() && im("herkunft").value.trim();
    return rechte ? "" : "Bitte nennen Sie Lizenz und Herkunft.";
  };

  const nimmBild = async () => {
    const satz = fehlt();
    klage(satz);
    if (satz) return;
    im("ok").disabled = true;
    try {
      const { datei } = await sendeDatei(`bild/${Kompass.seite.pfad()}`, im("datei").files[0]);
      const alt = im("alt").value.trim().replace(/\s+/g, " ").replace(/[[\]\\]/g, " ");
      fenster.close();
      ersetze(ziel, `${anZeilenanfang(ziel)}![`, alt, `](${datei})\n`);
      const werte = { datei, lizenz: im("lizenz").value.trim(), herkunft: im("herkunft").value.trim() };
      neueZeile(document.querySelector('[data-tabelle="bilder"]'), werte);
      ziel.dispatchEvent(new Event("input", { bubbles: true }));
    } catch (fehler) {
      klage(fehler.message);
    }
    im("ok").disabled = false;
  };
  im("ok").addEventListener("click", nimmBild);
  im("datei").addEventListener("change", () => {
    im("name").textContent = im("datei").files[0]?.name ?? "";
  });

  return { zeige, sammle, zuletzt: () => zuletzt };
})();
