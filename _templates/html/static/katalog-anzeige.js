/* Was ein Katalog über die Auswahl sagt: Zahlen an den Werten, gewählte Filter, Zahl der Treffer, und was
   zu tun ist, wenn nichts passt. */
"use strict";

globalThis.Kompass ??= {};

Kompass.KatalogAnzeige = (() => {
  const neu = (name, eigenschaften, ...inhalt) => {
    const teil = Object.assign(document.createElement(name), eigenschaften);
    teil.append(...inhalt);
    return teil;
  };
  const ANFANG = 30; // So viel von einem langen Suchtext steht auf einer Schaltfläche.
  const kurz = (text) => (text.length > ANFANG ? `${text.slice(0, ANFANG)}…` : text);
  const setze = (stelle, text) => {
    if (stelle.textContent !== text) stelle.textContent = text;
  };

  return class {
    /* loese(schluessel, wert) nimmt einen Filter weg, ohne Wert den ganzen; „text“ ist das Suchfeld. */
    constructor(rahmen, daten, auswahl, loese) {
      Object.assign(this, { rahmen, daten, auswahl, loese });
      this.zahl = rahmen.querySelector(".katalog-zahl");
      this.zahl.tabIndex = -1;
      this.alle = this.zahl.textContent;
      this.liste = rahmen.querySelector(".auswahl");
      this.leer = rahmen.querySelector(".katalog-leer");
      this.facetten = [...rahmen.querySelectorAll(".facette")].map((flaeche) => ({
        schluessel: flaeche.dataset.facette,
        name: flaeche.querySelector("legend").textContent,
        gewaehlt: flaeche.querySelector(".gewaehlt"),
        werte: [...flaeche.querySelectorAll("input")].map((kasten) => ({
          kasten,
          name: kasten.parentElement.querySelector(".wort").textContent,
          anzahl: kasten.parentElement.querySelector(".anzahl"),
        })),
      }));
    }

    /* Zeigt die Auswahl; text ist, was im Suchfeld steht. */
    zeige(treffer, text) {
      let alle = 0;
      for (const facette of this.facetten) alle += this.#zaehle(facette);
      this.#plakette(this.rahmen.querySelector(".filter-auf .gewaehlt"), alle);
      const gefiltert = alle > 0 || text !== "";
      setze(this.zahl, gefiltert ? this.#von(treffer) : this.alle);
      this.liste.replaceChildren(...this.#marken(text));
      this.liste.hidden = !gefiltert;
      this.rahmen.querySelector(".zuruecksetzen").hidden = !gefiltert;
      setze(this.rahmen.querySelector(".treffer-zeigen"), this.#zeigen(treffer));
      this.leer.hidden = treffer > 0;
      if (!treffer) this.leer.replaceChildren(...this.#auswege(text));
    }

    #von(zahl) {
      return `${zahl} von ${this.auswahl.zahl} ${this.daten.von}`;
    }

    #zeigen(zahl) {
      if (!zahl) return "Nichts passt: Auswege zeigen";
      return `${zahl} ${zahl === 1 ? this.daten.ein : this.daten.viele} zeigen`;
    }

    #zaehle({ schluessel, gewaehlt, werte }) {
      const anzahlen = this.auswahl.anzahlen(schluessel);
      const an = this.auswahl.gewaehlt.get(schluessel);
      for (const { kasten, anzahl } of werte) {
        const zahl = anzahlen.get(kasten.value);
        setze(anzahl, String(zahl));
        kasten.checked = an.has(kasten.value);
        kasten.parentElement.classList.toggle("leer", !zahl);
      }
      this.#plakette(gewaehlt, an.size);
      return an.size;
    }

    #plakette(stelle, zahl) {
      setze(stelle, zahl ? ` ${zahl}` : "");
      stelle.hidden = !zahl;
    }

    #marken(text) {
      const marken = this.facetten.flatMap(({ schluessel, name, werte }) =>
        werte
          .filter(({ kasten }) => kasten.checked)
          .map((wert) => [`${name}: ${wert.name}`, schluessel, wert.kasten.value]),
      );
      if (text) marken.unshift([`Text: ${kurz(text)}`, "text"]);
      return marken.map(([worte, ...was]) => {
        const knopf = neu("button", { type: "button" }, worte);
        knopf.setAttribute("aria-label", `${worte}, Filter entfernen`);
        knopf.addEventListener("click", () => {
          const stelle = [...this.liste.children].indexOf(knopf.parentElement);
          this.loese(...was);
          const naechste = this.liste.children[Math.min(stelle, this.liste.children.length - 1)];
          (naechste?.firstElementChild ?? this.zahl).focus();
        });
        return neu("li", {}, knopf);
      });
    }

    /* Welcher Filter im Weg ist: ohne ihn gäbe es Treffer. */
    #auswege(text) {
      const wege = this.auswahl
        .belegt()
        .map((schluessel) => [schluessel, this.auswahl.anzahl(schluessel)])
        .map(([schluessel, zahl]) => [
          this.facetten.find((facette) => facette.schluessel === schluessel).name,
          zahl,
          schluessel,
        ]);
      if (text) wege.push([`Text „${kurz(text)}“`, this.auswahl.anzahl(null, false), "text"]);
      const gute = wege.filter(([, zahl]) => zahl).sort(([, a], [, b]) => b - a).slice(0, 3);
      const satz = gute.length
        ? "Zu dieser Auswahl gibt es nichts. Lassen Sie einen Filter weg:"
        : "Zu dieser Auswahl gibt es nichts, auch nicht ohne einen einzelnen Filter. Setzen Sie alles zurück.";
      const knoepfe = gute.map(([name, zahl, schluessel]) => {
        const knopf = neu("button", { type: "button" }, `ohne ${name}: ${this.#von(zahl)}`);
        knopf.addEventListener("click", () => {
          this.loese(schluessel);
          this.zahl.focus();
        });
        return neu("li", {}, knopf);
      });
      const auswege = [neu("p", {}, satz), ...(knoepfe.length ? [neu("ul", {}, ...knoepfe)] : [])];
      return text ? [...auswege, ...this.#suche(text)] : auswege;
    }

    /* Die große Suche kennt, was die Karten nicht wissen; ihre Adresse steht am Suchfeld der Seite. */
    #suche(text) {
      const feld = document.querySelector("form.suchfeld");
      if (!feld) return [];
      const weg = neu("a", { href: `${feld.action}?q=${encodeURIComponent(text)}` }, `„${kurz(text)}“ im ganzen Handbuch suchen`);
      const satz = "Oder suchen Sie überall. Die Suche kennt auch verwandte Wörter und versteht Tippfehler:";
      return [neu("p", { className: "katalog-suche" }, satz), neu("p", {}, weg)];
    }
  };
})();
