/* Die Ansichten eines Katalogs: Jede zeigt dieselbe Auswahl in derselben Reihenfolge. Geändert wird nur,
   was man sieht; die anderen holen es nach, wenn sie an die Reihe kommen. */
"use strict";

globalThis.Kompass ??= {};

Kompass.KatalogAnsichten = (() => {
  const { hat } = Kompass.KatalogAuswahl;

  const ansichtVon = (flaeche, stelleVon) => {
    const eintraege = [...flaeche.querySelectorAll("[data-seite]")]
      .map((teil) => ({ teil, stelle: stelleVon.get(teil.dataset.seite) }))
      .filter(({ stelle }) => stelle !== undefined);
    return { flaeche, eintraege, treffer: null, folge: null, passung: null, wartend: [], bild: 0 };
  };

  const AUF_EINMAL = 150; // So viele Zeilen ordnet der Browser an, ohne dass jemand wartet.

  /* Was dazukommt, erscheint von oben her: das Erste sofort, der Rest in den nächsten Bildern. */
  const verberge = (ansicht, treffer) => {
    const neue = [];
    for (const { teil, stelle } of ansicht.eintraege) {
      const weg = !hat(treffer, stelle);
      if (teil.hasAttribute("hidden") === weg) continue;
      if (weg) teil.setAttribute("hidden", "");
      else neue.push(teil);
    }
    ansicht.wartend = neue;
    zeigeWeiter(ansicht);
  };

  const zeigeWeiter = (ansicht, zahl = AUF_EINMAL) => {
    for (const teil of ansicht.wartend.splice(0, zahl)) teil.removeAttribute("hidden");
    if (!ansicht.wartend.length) return;
    cancelAnimationFrame(ansicht.bild);
    ansicht.bild = requestAnimationFrame(() => zeigeWeiter(ansicht));
  };

  const ordne = (ansicht, folge) => {
    const rang = new Map(folge.map((stelle, i) => [stelle, i]));
    const reihen = new Map();
    ansicht.eintraege.sort((eine, andere) => rang.get(eine.stelle) - rang.get(andere.stelle));
    for (const { teil } of ansicht.eintraege) {
      if (!(teil instanceof HTMLElement)) continue; // Punkte einer Karte haben keine Reihenfolge
      const reihe = reihen.get(teil.parentElement) ?? [];
      reihe.push(teil);
      reihen.set(teil.parentElement, reihe);
    }
    for (const [dort, reihe] of reihen) dort.append(...reihe);
    for (const kopf of ansicht.flaeche.querySelectorAll("[aria-sort]")) kopf.removeAttribute("aria-sort");
  };

  const begruende = (ansicht, passung) => {
    for (const grund of ansicht.flaeche.querySelectorAll(".karte-passt")) grund.remove();
    for (const { teil, stelle } of ansicht.eintraege) {
      const kopf = passung[stelle] && teil.querySelector(".karte-kopf");
      if (!kopf) continue;
      const grund = document.createElement("span");
      grund.className = "karte-passt";
      grund.textContent = ` ${passung[stelle]}`;
      kopf.append(grund);
    }
  };

  return class {
    constructor(rahmen, seiten) {
      const stelleVon = new Map(seiten.map((seite, stelle) => [seite, stelle]));
      this.ansichten = new Map(
        [...rahmen.querySelectorAll(".ansicht")].map((flaeche) => [
          flaeche.dataset.ansicht,
          ansichtVon(flaeche, stelleVon),
        ]),
      );
      addEventListener("beforeprint", () => {
        for (const ansicht of this.ansichten.values()) zeigeWeiter(ansicht, Infinity);
      });
      const erste = this.ansichten.get("karten");
      const texte = new Map(erste?.eintraege.map(({ teil, stelle }) => [stelle, teil]));
      this.texte = () => seiten.map((_, stelle) => texte.get(stelle)?.textContent ?? "");
    }

    id(name) {
      return this.ansichten.get(name).flaeche.id;
    }

    namen() {
      return [...this.ansichten.keys()];
    }

    /* treffer: Menge der Seiten; folge: alle Stellen in Reihenfolge; passung: Stelle → Grund. */
    zeige(name, { treffer, folge, passung }) {
      const ansicht = this.ansichten.get(name);
      if (this.gezeigt !== name) {
        for (const { flaeche } of this.ansichten.values()) flaeche.hidden = flaeche !== ansicht.flaeche;
        this.gezeigt = name;
        ansicht.flaeche.dispatchEvent(new Event("kompass-ansicht", { bubbles: true }));
      }
      if (ansicht.folge !== folge) {
        if (ansicht.folge || folge.some((stelle, i) => stelle !== i)) ordne(ansicht, folge);
        ansicht.folge = folge;
      }
      if (ansicht.passung !== passung) {
        if (ansicht.passung || passung.length) begruende(ansicht, passung);
        ansicht.passung = passung;
      }
      if (ansicht.treffer !== treffer) verberge(ansicht, treffer);
      ansicht.treffer = treffer;
    }
  };
})();
