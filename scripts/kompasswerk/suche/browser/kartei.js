/* Liest das Verzeichnis, das verzeichnis.py schreibt: Wörter, Stämme und Texte aus Wortnummern. */
"use strict";

globalThis.KompassKartei = (() => {
  const { falte, zerleger } = KompassSprache;
  const [EINS, ZWEI] = [50, 30];
  const TEXT = 4;

  const zahlen = (text) => {
    const wert = (code) => (code > 92 ? code - 36 : code - 35);
    const liste = new Uint32Array(text.length);
    let anzahl = 0;
    for (let i = 0; i < text.length; ) {
      const erste = wert(text.charCodeAt(i++));
      let zahl = erste;
      if (erste >= EINS + ZWEI) {
        zahl = EINS + ZWEI * 90 + (erste - EINS - ZWEI) * 8100 + wert(text.charCodeAt(i++)) * 90;
        zahl += wert(text.charCodeAt(i++));
      } else if (erste >= EINS) zahl = EINS + (erste - EINS) * 90 + wert(text.charCodeAt(i++));
      liste[anzahl++] = zahl;
    }
    return liste.subarray(0, anzahl);
  };

  const wortliste = (text) => {
    let vorher = "";
    return text.split("\n").map((zeile) => {
      vorher = vorher.slice(0, parseInt(zeile[0], 36)) + zeile.slice(1);
      return vorher;
    });
  };

  /* Stamm → Wörter dieses Stamms (eigene) und Zusammensetzungen, in denen er steckt (teile). */
  const ordne = (bau, staemme, anzahl) => {
    const eigene = new Map();
    const teile = new Map();
    const istWort = new Uint8Array(anzahl);
    for (let i = 0, form = 0; form < anzahl; form++) {
      const ende = i + bau[i] + 1;
      istWort[form] = bau[i] > 0 ? 1 : 0;
      for (let n = i + 1; n < ende; n++) {
        const karte = n === i + 1 ? eigene : teile;
        const stamm = staemme[bau[n]];
        if (karte.has(stamm)) karte.get(stamm).push(form);
        else karte.set(stamm, [form]);
      }
      i = ende;
    }
    return { eigene, teile, istWort };
  };

  /* Seiten mit Abschnitten, diese mit Stücken: ein Feld, von … bis in der Reihe der Wörter. */
  const gliedere = (daten) => {
    const laengen = zahlen(daten.laengen);
    const stuecke = [];
    let [i, ort, nummer] = [0, 0, 0];
    const seiten = daten.seiten.map(([adresse, art, name], seite) => {
      const abschnitte = daten.anker[seite].map((anker) => {
        const abschnitt = { seite, anker, nummer: nummer++, stuecke: [] };
        for (let n = laengen[i++]; n > 0; n--) {
          const stueck = { abschnitt, feld: laengen[i++], von: ort, bis: (ort += laengen[i++]) };
          abschnitt.stuecke.push(stueck);
          stuecke.push(stueck);
        }
        return abschnitt;
      });
      return { adresse, art, ort: name, abschnitte, laenge: 0 };
    });
    return { seiten, stuecke };
  };

  /* Wo jedes Wort steht: die Stellen von Wort f sind orte[ab[f]] bis orte[ab[f + 1] - 1]. */
  const zaehle = (texte, anzahl) => {
    const ab = new Uint32Array(anzahl + 1);
    for (let i = 0; i < texte.length; i++) ab[texte[i] + 1]++;
    for (let form = 0; form < anzahl; form++) ab[form + 1] += ab[form];
    const frei = ab.slice();
    const orte = new Uint32Array(texte.length);
    for (let i = 0; i < texte.length; i++) orte[frei[texte[i]]++] = i;
    return { ab, orte };
  };

  const lies = (daten) => {
    const formen = wortliste(daten.formen);
    const texte = zahlen(daten.texte);
    const { seiten, stuecke } = gliedere(daten);
    const stueckVon = new Uint32Array(texte.length);
    stuecke.forEach(({ abschnitt, feld, von, bis }, nummer) => {
      stueckVon.fill(nummer, von, bis);
      if (feld === TEXT) seiten[abschnitt.seite].laenge += bis - von;
    });
    const mittel = seiten.reduce((summe, { laenge }) => summe + laenge, 0) / seiten.length;
    for (const seite of seiten) seite.laenge /= mittel;
    let zerlege = null;
    return {
      ...{ formen, texte, seiten, stuecke, stueckVon, gefaltet: formen.map(falte) },
      ...ordne(zahlen(daten.bau), wortliste(daten.staemme), formen.length),
      ...zaehle(texte, formen.length),
      synonyme: new Map(Object.entries(daten.synonyme)),
      nebenwoerter: new Set(wortliste(daten.nebenwoerter)),
      zerlege: (wort) => {
        zerlege ??= zerleger(new Set(wortliste(daten.lexikon)), new Set(wortliste(daten.ganz)));
        return zerlege(wort);
      },
    };
  };

  /* Der Text von … bis als Folge von [Text, Wortnummer]; was kein Wort ist, hat die Nummer -1. */
  const zeige = ({ texte, formen, istWort }, von, bis) => {
    const folge = [];
    for (let i = von; i < bis; i++) {
      if (i > von && istWort[texte[i]] && istWort[texte[i - 1]]) folge.push([" ", -1]);
      folge.push([formen[texte[i]], istWort[texte[i]] ? texte[i] : -1]);
    }
    return folge;
  };

  return { lies, zeige };
})();
