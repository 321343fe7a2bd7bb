/* Deutsche Wörter, wie die Suche sie vergleicht: dieselben Regeln wie in sprache.py.
   Was beide Seiten aus einem Wort machen müssen, steht in tests/suche/woerter.yaml. */
"use strict";

globalThis.KompassSprache = (() => {
  const FUGEN = ["", "s", "es", "n", "en", "er", "e"];
  const [KUERZESTER_TEIL, KUERZESTER_STAMM] = [3, 3];
  const ZEICHEN = { ä: "a", ö: "o", ü: "u", ß: "ss" };

  const normal = (text) => text.normalize("NFC").replaceAll("\u00ad", "");
  const woerter = (text) => normal(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const falte = (wort) => {
    let klein = wort.toLowerCase();
    if (/[^a-z0-9]/.test(klein))
      klein = klein.replace(/[äöüß]/g, (z) => ZEICHEN[z]).normalize("NFD").replace(/\p{Mn}/gu, "");
    return klein.replace(/ae|oe|(?<![aeq])ue/g, (paar) => paar[0]);
  };

  let schneider = null;
  const staemme = new Map();
  const kuerze = (wort) => {
    schneider ??= new GermanStemmer();
    const kurz = schneider.stemWord(wort);
    return kurz === wort || kurz.length < KUERZESTER_STAMM ? wort : kuerze(kurz);
  };
  const stamm = (gefaltet) => {
    if (!staemme.has(gefaltet)) staemme.set(gefaltet, kuerze(gefaltet));
    return staemme.get(gefaltet);
  };

  /* Zerlegt „leerstandskataster“ in „leerstand“ und „kataster“; leer, wenn es keine Teile gibt. */
  const zerleger = (lexikon, ganz) => {
    const stammformen = new Set([...lexikon].map(stamm));
    const anfang = (stueck) => {
      for (const fuge of FUGEN) {
        const wort = stueck.slice(0, stueck.length - fuge.length);
        if (stueck.endsWith(fuge) && lexikon.has(wort)) return wort;
      }
      return lexikon.has(`${stueck}e`) ? `${stueck}e` : null;
    };
    const zerlege = (wort) => {
      if (stammformen.has(stamm(wort))) return [wort];
      let beste = null;
      for (let ende = wort.length - KUERZESTER_TEIL; ende >= KUERZESTER_TEIL; ende--) {
        const erster = anfang(wort.slice(0, ende));
        const rest = erster && zerlege(wort.slice(ende));
        if (rest && (!beste || rest.length + 1 < beste.length)) beste = [erster, ...rest];
      }
      return beste;
    };
    return (wort) => {
      if (ganz.has(wort) || lexikon.has(wort) || stammformen.has(stamm(wort))) return [];
      return zerlege(wort) ?? [];
    };
  };

  /* Wie viele Tippfehler zwei Wörter trennen; mehr als „hoechstens“ wird nicht genau gezählt. */
  const abstand = (a, b, hoechstens) => {
    if (Math.abs(a.length - b.length) > hoechstens) return hoechstens + 1;
    let vorletzte = [];
    let letzte = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const zeile = [i];
      for (let j = 1; j <= b.length; j++) {
        const tausch = a[i - 1] === b[j - 1] ? 0 : 1;
        zeile[j] = Math.min(letzte[j] + 1, zeile[j - 1] + 1, letzte[j - 1] + tausch);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          zeile[j] = Math.min(zeile[j], vorletzte[j - 2] + 1);
      }
      if (Math.min(...zeile) > hoechstens) return hoechstens + 1;
      [vorletzte, letzte] = [letzte, zeile];
    }
    return letzte[b.length];
  };

  /* Welche Buchstaben vorkommen, als Bits: Was hier zu verschieden ist, muss niemand vergleichen. */
  const buchstaben = (wort) => {
    let bits = 0;
    for (let i = 0; i < wort.length; i++) bits |= 1 << (wort.charCodeAt(i) & 31);
    return bits;
  };

  return { woerter, falte, stamm, zerleger, abstand, buchstaben };
})();
