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
    return { flaeche, eintraege, treffer: null, folge: null, passung: null };
  };

  const verberge = (ansicht, treffer) => {
    for (const { teil, stelle } of ansicht.eintraege) {
      const weg = !hat(treffer, stelle);
      if (teil.hasAttribute("hidden") !== weg) teil.toggleAttribute("hidden", weg);
    }
  };

  const ordne = (ansicht, folge) => {
    const rang = new Map(folge.map((stelle, i) => [stelle, i]));
    const reihen = new Map();
    for (const { teil, stelle } of ansicht.eintraege) {
      if (!(teil instanceof HTMLElement)) continue; // Punkte einer Karte haben keine Reihenfolge
      const reihe = reihen.get(teil.parentElement) ?? [];
      reihe.push([rang.get(stelle), teil]);
      reihen.set(teil.parentElement, reihe);
    }
    for (const [dort, reihe] of reihen)
      dort.append(...reihe.sort(([a], [b]) => a - b).map(([, teil]) => teil));
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
