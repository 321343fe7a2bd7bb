/* Ein Katalog mit Filtern: hört auf die Bedienung und hält Auswahl, Anzeige, Ansichten und Adresse gleich.
   Ohne JavaScript stehen alle Ansichten vollständig untereinander. */
"use strict";

(() => {
  const SPAETER = 250; // Millisekunden, bis in der Adresse steht, was jemand tippt

  class Katalog {
    constructor(rahmen) {
      this.rahmen = rahmen;
      this.daten = JSON.parse(rahmen.querySelector(".katalog-daten").textContent);
      this.auswahl = new Kompass.KatalogAuswahl(this.daten.facetten, this.daten.seiten.length);
      this.ansichten = new Kompass.KatalogAnsichten(rahmen, this.daten.seiten);
      this.anzeige = new Kompass.KatalogAnzeige(rahmen, this.daten, this.auswahl, (...was) => this.loese(...was));
      if (this.daten.matrix)
        this.zaehleMatrix = Kompass.katalogMatrix(rahmen, this.daten.matrix, this.auswahl, (werte) =>
          this.waehleFeld(werte),
        );
      this.feld = rahmen.querySelector(".katalog-text input");
      this.reihenfolge = rahmen.querySelector(".sortierung select");
      this.ohneFilter = { sort: this.reihenfolge.options[0].value, ansicht: this.ansichten.namen()[0] };
      this.ansicht = this.ohneFilter.ansicht;
      this.wege = Kompass.katalogWege(rahmen, (knopf, auf) => this.klappe(knopf, auf));
      this.hoere();
    }

    hoere() {
      this.rahmen.querySelector(".katalog-text").hidden = !globalThis.KompassSprache;
      this.rahmen.querySelector("form").addEventListener("submit", (ereignis) => ereignis.preventDefault());
      this.feld.addEventListener("input", () => this.suche());
      this.reihenfolge.addEventListener("change", () => this.zeige());
      this.rahmen.querySelector(".facetten").addEventListener("change", ({ target }) => {
        this.auswahl.waehle(target.name, target.value, target.checked);
        this.zeige();
      });
      this.rahmen.querySelector(".zuruecksetzen").addEventListener("click", () => {
        this.setze(new Map([["ansicht", [this.ansicht]], ["sort", [this.reihenfolge.value]]]));
        this.anzeige.zahl.focus();
      });
      for (const knopf of this.rahmen.querySelectorAll("[data-zeige]"))
        knopf.addEventListener("click", () => {
          this.ansicht = knopf.dataset.zeige;
          this.zeige();
        });
      for (const knopf of this.rahmen.querySelectorAll(".facette-auf, .filter-auf"))
        knopf.addEventListener("click", () => this.klappe(knopf, knopf.getAttribute("aria-expanded") !== "true"));
      this.rahmen.querySelector(".facetten").addEventListener("keydown", (ereignis) => {
        const offen = ereignis.target.closest(".facette")?.querySelector('[aria-expanded="true"]');
        if (ereignis.key !== "Escape" || !offen) return;
        ereignis.stopPropagation();
        this.klappe(offen, false);
        offen.focus();
      });
      addEventListener("hashchange", () => this.folgeDerAdresse());
    }

    /* Immer nur ein Filter ist aufgeklappt. */
    klappe(knopf, auf) {
      const istFacette = knopf.classList.contains("facette-auf");
      const andere = istFacette ? this.rahmen.querySelectorAll('.facette-auf[aria-expanded="true"]') : [];
      for (const einer of [...andere, knopf]) {
        const offen = einer === knopf && auf;
        einer.setAttribute("aria-expanded", String(offen));
        const flaeche = document.getElementById(einer.getAttribute("aria-controls"));
        if (istFacette) flaeche.hidden = !offen;
        else flaeche.classList.toggle("offen", offen);
      }
    }

    /* Nimmt einen Filter oder einen seiner Werte aus der Auswahl. */
    loese(schluessel, wert) {
      if (schluessel === "text") this.feld.value = "";
      else if (wert === undefined) this.auswahl.gewaehlt.get(schluessel).clear();
      else this.auswahl.waehle(schluessel, wert, false);
      if (schluessel === "text") this.suche();
      else this.zeige();
    }

    waehleFeld(werte) {
      for (const [schluessel, wert] of werte) {
        this.auswahl.gewaehlt.get(schluessel).clear();
        this.auswahl.waehle(schluessel, wert, true);
      }
      this.ansicht = "karten";
      this.zeige();
      this.anzeige.zahl.focus();
    }

    suche() {
      this.auswahl.text = this.frage(this.feld.value);
      this.zeige();
    }

    /* Was auf den Karten steht, wird erst gelesen, wenn jemand sucht. */
    frage(text) {
      if (!text.trim() || !globalThis.KompassSprache) return null;
      this.finde ??= Kompass.katalogText(this.texte(), (stellen) => this.auswahl.menge(stellen));
      return this.finde(text);
    }

    texte() {
      const texte = this.ansichten.texte();
      for (const { schluessel, werte } of this.anzeige.facetten)
        for (const { kasten, name } of werte)
          for (const stelle of this.daten.facetten[schluessel][kasten.value]) texte[stelle] += ` ${name}`;
      return texte;
    }

    /* Stellen aller Seiten in der gewählten Reihenfolge, und warum eine Seite zur Stadtgröße passt. */
    ordnung() {
      const sort = this.reihenfolge.value;
      if (this.geordnet?.sort !== sort) {
        const folge = this.daten.sortierungen[sort];
        this.geordnet = { sort, ...(folge ? { folge, passung: [] } : this.nachGroesse(sort)) };
      }
      return this.geordnet;
    }

    /* Gleiche Größe zuerst, dann nach dem Abstand der Klassen; wovon sie nicht bekannt ist, zuletzt. */
    nachGroesse(klasse) {
      const gesucht = this.daten.klassen.indexOf(klasse);
      const abstand = this.daten.seiten.map(() => null);
      for (const [wert, stellen] of Object.entries(this.daten.facetten[this.daten.groesse])) {
        const weg = this.daten.klassen.indexOf(wert) - gesucht;
        if (!this.daten.klassen.includes(wert)) continue;
        for (const stelle of stellen)
          if (abstand[stelle] === null || Math.abs(weg) < Math.abs(abstand[stelle])) abstand[stelle] = weg;
      }
      const fern = (stelle) => (abstand[stelle] === null ? Infinity : Math.abs(abstand[stelle]));
      const folge = [...abstand.keys()].sort((a, b) => fern(a) - fern(b) || a - b);
      return { folge, passung: abstand.map((weg) => (weg === null ? "" : (this.daten.passung[weg] ?? ""))) };
    }

    zeige() {
      const treffer = this.auswahl.treffer();
      this.anzeige.zeige(this.auswahl.anzahl(), this.feld.value.trim());
      this.ansichten.zeige(this.ansicht, { treffer, ...this.ordnung() });
      if (this.ansicht === "matrix") this.zaehleMatrix(treffer);
      for (const knopf of this.rahmen.querySelectorAll("[data-zeige]"))
        knopf.setAttribute("aria-pressed", String(knopf.dataset.zeige === this.ansicht));
      clearTimeout(this.warten);
      if (document.activeElement === this.feld) this.warten = setTimeout(() => this.merke(), SPAETER);
      else this.merke();
    }

    merke() {
      const nur = (name, wert) => [name, wert === this.ohneFilter[name] ? [] : [wert]];
      Kompass.katalogAdresse.schreibe([
        ...[...this.auswahl.gewaehlt].map(([schluessel, werte]) => [schluessel, [...werte]]),
        ["text", this.feld.value.trim() ? [this.feld.value.trim()] : []],
        nur("sort", this.reihenfolge.value),
        nur("ansicht", this.ansicht),
      ]);
    }

    /* Stellt her, was in einer Adresse steht; Unbekanntes gilt als nicht gesagt. */
    setze(angaben) {
      this.auswahl.leere();
      for (const [name, werte] of angaben) for (const wert of werte) this.auswahl.waehle(name, wert, true);
      const eines = (name, moeglich) => {
        const wert = angaben.get(name)?.[0];
        return moeglich.includes(wert) ? wert : this.ohneFilter[name];
      };
      this.reihenfolge.value = eines("sort", [...this.reihenfolge.options].map(({ value }) => value));
      this.ansicht = eines("ansicht", this.ansichten.namen());
      this.feld.value = angaben.get("text")?.[0] ?? "";
      this.suche();
    }

    /* sonst: was gilt, wenn die Adresse nur auf eine Stelle der Seite zeigt. */
    folgeDerAdresse(sonst = null) {
      const angaben = Kompass.katalogAdresse.lies() ?? sonst;
      if (angaben) this.setze(angaben);
      const ziel = this.ansichten.namen().find((name) => this.ansichten.id(name) === location.hash.slice(1));
      if (!ziel) return;
      this.ansicht = ziel;
      this.zeige();
      this.rahmen.scrollIntoView();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const rahmen of document.querySelectorAll("section.katalog")) {
      const katalog = new Katalog(rahmen);
      const gewaehlt = Kompass.katalogAdresse.lies()?.size;
      katalog.folgeDerAdresse(new Map());
      rahmen.classList.add("bereit");
      if (gewaehlt) katalog.wege.zeigeStand();
    }
  });
})();
