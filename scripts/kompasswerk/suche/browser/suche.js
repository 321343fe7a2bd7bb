/* Sucht im Verzeichnis: versteht die Anfrage, ordnet die Seiten, wählt Abschnitt und Auszug. */
"use strict";

globalThis.KompassSuche = (() => {
  const { woerter, falte, stamm, abstand, buchstaben } = KompassSprache;
  /* Was ein Wort zählt, das genau so dasteht, gebeugt ist, in einer Zusammensetzung steckt … */
  const WIE = { genau: 1, gebeugt: 0.85, teil: 0.65, anfang: 0.45, ende: 0.4, synonym: 0.55 };
  const [TIPPFEHLER, NEBENBEI] = [0.8, 0.25];
  const [TITEL, UEBERSCHRIFT, FAKTEN, TEXT] = [0, 1, 3, 4];
  /* Was ein Begriff in Titel, Überschrift, Leitsatz, Fakten und Text höchstens einbringt. */
  const FELDER = [3.2, 1.2, 1.5, 0.3, 1];
  const ARTEN = { instrument: 1.12, arbeitsblatt: 1.12, schritt: 1.08, begriff: 0.72, seite: 0.9 };
  const [AM_ANFANG, GENUG, AUSZUG, HAEUFIG] = [1.8, 5, 34, 3];
  const GROSS = /^\p{Lu}/u;
  let kartei = null;

  const gib = (formen, form, gewicht) => formen.set(form, Math.max(formen.get(form) ?? 0, gewicht));

  /* Alle Wörter mit dem Stamm eines Wortes, allein oder in Zusammensetzungen. */
  const mitStamm = (formen, wort, faktor, wurzel = stamm(wort)) => {
    for (const form of kartei.eigene.get(wurzel) ?? [])
      gib(formen, form, faktor * (kartei.gefaltet[form] === wort ? WIE.genau : WIE.gebeugt));
    for (const form of kartei.teile.get(wurzel) ?? []) gib(formen, form, faktor * WIE.teil);
  };

  const verstehe = (wort, imTippen) => {
    const [gefaltet, formen] = [falte(wort), new Map()];
    const kuerzel = /^\p{Lu}{2,}$/u.test(wort) ? kartei.formen.indexOf(wort) : -1;
    kuerzel < 0 ? mitStamm(formen, gefaltet, 1) : gib(formen, kuerzel, WIE.genau);
    const bekannt = formen.size > 0;
    if (gefaltet.length >= 3 && kuerzel < 0 && (imTippen || !bekannt))
      kartei.gefaltet.forEach((anderes, form) => {
        if (anderes.startsWith(gefaltet)) gib(formen, form, WIE.anfang);
        else if (!bekannt && gefaltet.length >= 4 && anderes.endsWith(gefaltet))
          gib(formen, form, WIE.ende);
      });
    return { wort, gefaltet, formen, bekannt };
  };

  const haeufigkeit = (form) => kartei.ab[form + 1] - kartei.ab[form];
  const seltenste = (wurzeln) => {
    const summe = (wurzel) =>
      (kartei.eigene.get(wurzel) ?? []).reduce((zahl, form) => zahl + haeufigkeit(form), 0);
    const tragend = wurzeln.filter((wurzel) => wurzel.length > 3 && summe(wurzel));
    return tragend.sort((a, b) => summe(a) - summe(b))[0] ?? wurzeln[0];
  };

  /* Synonyme und Zusammenschreibung gelten auch für mehrere Wörter nebeneinander. */
  const ergaenzeNachbarn = (begriffe) => {
    for (let von = 0; von < begriffe.length; von++)
      for (let bis = von + 1; bis <= Math.min(von + 4, begriffe.length); bis++) {
        const gruppe = begriffe.slice(von, bis);
        const teile = gruppe.map(({ gefaltet }) => gefaltet);
        const ziele = kartei.synonyme.get(teile.map(stamm).join(" ")) ?? [];
        for (const begriff of gruppe) {
          for (const ziel of ziele)
            mitStamm(begriff.formen, "", WIE.synonym, seltenste(ziel.split(" ")));
          if (teile.length === 2) mitStamm(begriff.formen, teile.join(""), 1);
          begriff.bekannt ||= ziele.length > 0 && begriff.formen.size > 0;
        }
      }
  };

  /* Das Wort des Handbuchs mit den wenigsten Tippfehlern, bei Gleichstand das häufigere.
     Wer groß schreibt, meint ein Hauptwort: „Solar“ ist nicht „sogar“. */
  const aehnliches = (gesucht, gross, erlaubt, mindestens) => {
    const vorrat = buchstaben(gesucht);
    let beste = { rang: Infinity };
    kartei.buchstaben ??= kartei.gefaltet.map(buchstaben);
    kartei.gefaltet.forEach((wort, form) => {
      let fremd = vorrat ^ kartei.buchstaben[form];
      for (let zahl = 0; fremd; fremd &= fremd - 1) if (++zahl > 2 * erlaubt) return;
      if (wort.length < 4 || !kartei.istWort[form] || haeufigkeit(form) < mindestens) return;
      if (gross && !GROSS.test(kartei.formen[form])) return;
      const fehler = abstand(gesucht, wort, erlaubt);
      const rang = fehler + (wort[0] === gesucht[0] ? 0 : 0.5) - haeufigkeit(form) / 1e6;
      if (fehler <= erlaubt && rang < beste.rang) beste = { form, rang };
    });
    return beste.form;
  };

  const berichtigt = (begriff, erlaubt, mindestens) => {
    const form = erlaubt ? aehnliches(begriff.gefaltet, GROSS.test(begriff.wort), erlaubt, mindestens) : undefined;
    if (form === undefined) return null;
    mitStamm(begriff.formen, kartei.gefaltet[form], TIPPFEHLER);
    return [{ ...begriff, meint: kartei.formen[form] }];
  };

  /* „Schuhladen“: Das Ende ist ein Hauptwort des Handbuchs, der Anfang nicht. */
  const nurEnde = ({ wort, gefaltet }) => {
    for (let von = 3; von <= gefaltet.length - 4; von++) {
      const eigene = [...(kartei.eigene.get(stamm(gefaltet.slice(von))) ?? [])];
      const meint = kartei.formen[eigene.sort((a, b) => haeufigkeit(b) - haeufigkeit(a))[0]] ?? "";
      if (GROSS.test(meint)) return [{ ...verstehe(gefaltet.slice(von), false), wort, meint }];
    }
    return null;
  };

  /* Zu bekannten Wörtern kommen ihre Teile, für unbekannte gilt der erste Weg, der etwas findet. */
  const klaere = (begriff) => {
    const { gefaltet, bekannt, formen } = begriff;
    const zerlegt = () => kartei.zerlege(gefaltet).map((teil) => verstehe(teil, false));
    if (bekannt) {
      const teile = zerlegt().map((teil) => ({ ...teil, wahlfrei: true }));
      for (const teil of teile)
        for (const [form, gewicht] of teil.formen) teil.formen.set(form, gewicht * NEBENBEI);
      return [begriff, ...teile];
    }
    const fehler = [4, 8].filter((laenge) => gefaltet.length >= laenge).length;
    const nah = formen.size ? null : berichtigt(begriff, fehler && 1, HAEUFIG);
    const teile = nah ? [] : zerlegt();
    ergaenzeNachbarn(teile);
    if (nah || teile.length || formen.size) return nah ?? (teile.length ? teile : [begriff]);
    const lang = gefaltet.length >= 12 ? fehler : 0;
    return berichtigt(begriff, lang, HAEUFIG) ?? nurEnde(begriff) ?? berichtigt(begriff, fehler, 1) ?? [begriff];
  };

  const lies = (anfrage) => {
    const [alle, imTippen] = [woerter(anfrage), /[\p{L}\p{N}]$/u.test(anfrage)];
    const begriffe = alle.map((wort, i) => verstehe(wort, imTippen && i === alle.length - 1));
    ergaenzeNachbarn(begriffe);
    const wichtige = begriffe.filter(({ gefaltet }) => !kartei.nebenwoerter.has(gefaltet));
    return (wichtige.length ? wichtige : begriffe).flatMap(klaere);
  };

  /* Je Seite und je Abschnitt: wie oft ein Begriff in jedem Feld steht, dann wie genau höchstens. */
  const zaehle = ({ formen }) => {
    const [seiten, abschnitte] = [new Map(), new Map()];
    const zaehleIn = (karte, schluessel, feld, zahl, gewicht) => {
      if (!karte.has(schluessel)) karte.set(schluessel, new Float32Array(2 * FELDER.length));
      const felder = karte.get(schluessel);
      felder[feld] += zahl;
      felder[feld + FELDER.length] = Math.max(felder[feld + FELDER.length], gewicht);
    };
    const { ab, orte, stuecke, stueckVon } = kartei;
    for (const [form, gewicht] of formen)
      for (let i = ab[form]; i < ab[form + 1]; i++) {
        const { abschnitt, feld, von, bis } = stuecke[stueckVon[orte[i]]];
        /* Je länger ein Titel, desto weniger sagt ein Wort darin; am Anfang sagt es mehr. */
        const imTitel = (orte[i] === von ? AM_ANFANG : 1) / Math.sqrt(bis - von);
        zaehleIn(seiten, abschnitt.seite, feld, feld === TITEL ? imTitel : 1, gewicht);
        zaehleIn(abschnitte, abschnitt.nummer, feld, 1, gewicht);
      }
    const anzahl = kartei.seiten.length;
    return { seiten, abschnitte, selten: Math.log(1 + (anzahl - seiten.size + 0.5) / (seiten.size + 0.5)) };
  };

  const punkte = (felder, laenge) =>
    FELDER.reduce((summe, hoechstens, feld) => {
      const [zahl, gewicht] = [felder[feld], felder[feld + FELDER.length]];
      const halb = feld === TEXT ? 1.8 + 1.2 * laenge : 0.5;
      const satt = feld === TITEL ? Math.min(1, zahl) : zahl / (zahl + halb);
      return summe + hoechstens * gewicht * satt;
    }, 0);

  const summiere = (liste, wert) => liste.reduce((summe, eines) => summe + wert(eines), 0);

  const bewerte = (begriffe, zaehlungen) => {
    const noetig = zaehlungen.filter(({ seiten }, i) => seiten.size && !begriffe[i].wahlfrei);
    const gesamt = summiere(noetig, ({ selten }) => selten);
    const kandidaten = new Set(zaehlungen.flatMap(({ seiten }) => [...seiten.keys()]));
    return [...kandidaten].map((nummer) => {
      const seite = kartei.seiten[nummer];
      const da = noetig.filter(({ seiten }) => seiten.has(nummer));
      const summe = summiere(zaehlungen, ({ seiten, selten }) =>
        seiten.has(nummer) ? selten * punkte(seiten.get(nummer), seite.laenge) : 0,
      );
      const anteil = Math.max(NEBENBEI, summiere(da, ({ selten }) => selten) / gesamt);
      const wert = summe * anteil * (ARTEN[seite.art] ?? 1);
      return { nummer, art: seite.art, alle: da.length === noetig.length && da.length > 0, punkte: wert };
    });
  };

  const besterAbschnitt = (seite, zaehlungen) => {
    const wert = ({ nummer }) =>
      summiere(zaehlungen, ({ abschnitte, selten }) => {
        const felder = abschnitte.get(nummer);
        return felder ? selten * (punkte(felder, 0) + (felder[UEBERSCHRIFT] ? 0.4 : 0)) : 0;
      });
    const werte = seite.abschnitte.map(wert);
    return seite.abschnitte[werte.indexOf(Math.max(...werte))];
  };

  /* Was um ein Wort herum steht: jeder Begriff zählt einmal, Fakten zählen weniger als Sätze. */
  const umfeld = (stellen, erste, stueck, zaehlungen) => {
    const hoechste = zaehlungen.map(() => 0);
    let n = erste;
    for (; n < stellen.length && stellen[n].ort < stellen[erste].ort + AUSZUG - 8; n++)
      stellen[n].werte.forEach((wert, b) => (hoechste[b] = Math.max(hoechste[b], wert)));
    const summe = summiere(zaehlungen, ({ selten }) => selten * hoechste.shift());
    return (summe + 0.01 * (n - erste)) * (stueck.feld === FAKTEN ? 0.5 : 1);
  };

  const auszug = (abschnitt, zaehlungen, begriffe) => {
    let beste = null;
    for (const stueck of abschnitt.stuecke.filter(({ feld }) => feld > UEBERSCHRIFT)) {
      const stellen = [];
      for (let ort = stueck.von; ort < stueck.bis; ort++) {
        const werte = begriffe.map(({ formen }) => formen.get(kartei.texte[ort]) ?? 0);
        if (werte.some(Boolean)) stellen.push({ ort, werte });
      }
      beste ??= { stueck, ort: stueck.von, summe: 0 };
      stellen.forEach(({ ort }, n) => {
        const summe = umfeld(stellen, n, stueck, zaehlungen);
        if (summe > beste.summe) beste = { stueck, ort, summe };
      });
    }
    return beste ? ausschnitt(beste, begriffe) : [];
  };

  const ausschnitt = ({ stueck, ort }, begriffe) => {
    let von = Math.max(stueck.von, Math.min(ort - 8, stueck.bis - AUSZUG));
    const bis = Math.min(stueck.bis, von + AUSZUG);
    while (von > stueck.von && von < ort && !kartei.istWort[kartei.texte[von]]) von++;
    const marke = (form) => begriffe.some(({ formen }) => formen.get(form) > NEBENBEI);
    const folge = KompassKartei.zeige(kartei, von, bis).map(([text, form]) => [text, marke(form)]);
    const [davor, danach] = [von > stueck.von ? "… " : "", bis < stueck.bis ? " …" : ""];
    return [[davor, false], ...folge, [danach, false]];
  };

  const wortlaut = (abschnitt, feld) => {
    const stueck = abschnitt.stuecke.find((eines) => eines.feld === feld);
    return stueck ? KompassKartei.zeige(kartei, stueck.von, stueck.bis).map(([text]) => text).join("") : "";
  };

  /* Alle Seiten in ihrer Reihenfolge; „zeige“ holt Titel, Abschnitt und Auszug eines Treffers. */
  const suche = (anfrage) => {
    const begriffe = lies(anfrage);
    const zaehlungen = begriffe.map(zaehle);
    const bewertet = bewerte(begriffe, zaehlungen).sort((a, b) => b.punkte - a.punkte || a.nummer - b.nummer);
    /* Seiten, denen ein Wort fehlt, stehen dabei, wenn sie mehr zählen als die ersten mit allen. */
    const genug = bewertet.filter(({ alle }) => alle)[GENUG - 1]?.punkte ?? 0;
    const treffer = bewertet.filter(({ alle, punkte }) => alle || punkte >= genug);
    const zeige = ({ nummer }) => {
      const seite = kartei.seiten[nummer];
      const abschnitt = besterAbschnitt(seite, zaehlungen);
      const adresse = seite.adresse + (abschnitt.anker && `#${abschnitt.anker}`);
      const [titel, ueberschrift] = [wortlaut(seite.abschnitte[0], TITEL), wortlaut(abschnitt, UEBERSCHRIFT)];
      return { titel, ueberschrift, adresse, ort: seite.ort, auszug: auszug(abschnitt, zaehlungen, begriffe) };
    };
    const meinte = begriffe.filter(({ meint }) => meint).map(({ wort, meint }) => [wort, meint]);
    return { treffer, zeige, meinte };
  };

  const lade = (daten) => {
    kartei = KompassKartei.lies(daten);
    dispatchEvent(new Event("kompass-suche-bereit"));
  };
  return { lade, suche, istBereit: () => kartei !== null };
})();
