/* Die Auswahl im Katalog als Rechnung: Seiten sind Stellen in Bitfolgen, Werte sind Mengen davon.
   Innerhalb eines Filters gilt „oder“, zwischen Filtern „und“. Hier gibt es keine Bedienung. */
"use strict";

globalThis.Kompass ??= {};

Kompass.KatalogAuswahl = (() => {
  const zaehle = (menge) => {
    let summe = 0;
    for (let bits of menge)
      for (; bits; bits &= bits - 1) summe++;
    return summe;
  };

  return class {
    /* facetten: Filter → Wert → Stellen der Seiten; zahl: wie viele Seiten es gibt. */
    constructor(facetten, zahl) {
      this.zahl = zahl;
      this.text = null;
      this.mengen = new Map(
        Object.entries(facetten).map(([schluessel, werte]) => [
          schluessel,
          new Map(Object.entries(werte).map(([wert, stellen]) => [wert, this.menge(stellen)])),
        ]),
      );
      this.gewaehlt = new Map([...this.mengen.keys()].map((schluessel) => [schluessel, new Set()]));
    }

    menge(stellen) {
      const bits = new Uint32Array(Math.ceil(this.zahl / 32));
      for (const stelle of stellen) bits[stelle >> 5] |= 1 << (stelle & 31);
      return bits;
    }

    alle() {
      const bits = new Uint32Array(Math.ceil(this.zahl / 32)).fill(0xffffffff);
      if (this.zahl % 32) bits[bits.length - 1] = 2 ** (this.zahl % 32) - 1;
      return bits;
    }

    static hat(menge, stelle) {
      return (menge[stelle >> 5] >>> (stelle & 31)) & 1;
    }

    kennt(schluessel, wert) {
      return this.mengen.get(schluessel)?.has(wert) ?? false;
    }

    waehle(schluessel, wert, an) {
      if (!this.kennt(schluessel, wert)) return;
      if (an) this.gewaehlt.get(schluessel).add(wert);
      else this.gewaehlt.get(schluessel).delete(wert);
    }

    leere() {
      for (const werte of this.gewaehlt.values()) werte.clear();
    }

    /* Filter, in denen etwas gewählt ist. */
    belegt() {
      return [...this.gewaehlt].filter(([, werte]) => werte.size).map(([schluessel]) => schluessel);
    }

    /* Seiten, die alle Filter erfüllen, außer einem; mit Text oder ohne. */
    treffer(ausser = null, mitText = true) {
      const bits = this.alle();
      if (mitText && this.text) bits.forEach((_, i) => (bits[i] &= this.text[i]));
      for (const schluessel of this.belegt()) {
        if (schluessel === ausser) continue;
        const mengen = [...this.gewaehlt.get(schluessel)].map((wert) => this.mengen.get(schluessel).get(wert));
        for (let i = 0; i < bits.length; i++) {
          let eine = 0;
          for (const menge of mengen) eine |= menge[i];
          bits[i] &= eine;
        }
      }
      return bits;
    }

    anzahl(...wahl) {
      return zaehle(this.treffer(...wahl));
    }

    /* Wie viele Seiten jeder Wert eines Filters brächte, wenn die anderen Filter so bleiben. */
    anzahlen(schluessel) {
      const andere = this.treffer(schluessel);
      return new Map(
        [...this.mengen.get(schluessel)].map(([wert, menge]) => [
          wert,
          zaehle(menge.map((bits, i) => bits & andere[i])),
        ]),
      );
    }

    /* Wie viele der Treffer zwei Werte zugleich haben, für die Matrix. */
    beide(treffer, a, b) {
      const [eine, andere] = [a, b].map(([schluessel, wert]) => this.mengen.get(schluessel)?.get(wert));
      return eine && andere ? zaehle(treffer.map((bits, i) => bits & eine[i] & andere[i])) : 0;
    }
  };
})();
