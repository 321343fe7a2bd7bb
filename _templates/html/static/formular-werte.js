/* Werte in Arbeitsblättern: deutsche Zahlen und Tage lesen und schreiben.
   Gelesen wird { wert } oder { fehler }; was niemand versteht, bleibt als Text erhalten. */
"use strict";

globalThis.Kompass ??= {};

Kompass.werte = (() => {
  const MONATE = [
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
  ];
  const MEISTE_ZIFFERN = 15; /* mehr behält kein Browser genau */

  /* Die Grenzen stehen am Feld: dieselben wie beim Einlesen (formular/numbers.py). */
  const ausserhalb = (zahl, einheit, [von, bis]) => {
    if (zahl >= von && zahl <= bis) return "";
    if (/^\d+[–-]\d+$/.test(einheit)) return `Bitte eine Zahl von ${von} bis ${bis}.`;
    if (zahl < von) return "Die Zahl ist kleiner als null. Bitte prüfen.";
    return `Das ist mehr als ${schreibeZahl(bis)} ${einheit}. Bitte prüfen.`;
  };

  const liesZahl = (text, einheit = "", grenzen = [-Infinity, Infinity]) => {
    let roh = text.replace(/\s+/g, " ").trim();
    if (einheit && roh.endsWith(einheit)) roh = roh.slice(0, -einheit.length).trim();
    roh = roh.replace(/^[−–] ?/, "-").replace(/(\d) (?=\d{3}(?!\d))/g, "$1");
    if (/^-?\d+\.\d{1,2}$/.test(roh))
      return { fehler: `Bitte mit Komma schreiben: ${roh.replace(".", ",")}.` };
    if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(roh))
      return { fehler: "Das ist keine Zahl. Bitte nur Ziffern und Komma, zum Beispiel 12,5." };
    if (roh.replace(/\D/g, "").length > MEISTE_ZIFFERN)
      return { fehler: `Die Zahl ist zu lang. Bitte höchstens ${MEISTE_ZIFFERN} Ziffern.` };
    const wert = Number(roh.replaceAll(".", "").replace(",", "."));
    const fehler = ausserhalb(wert, einheit, grenzen);
    return fehler ? { fehler } : { wert };
  };

  /* Punkte zwischen den Tausendern, wie im ganzen Handbuch. Eine ganze Zahl mit vier Stellen bleibt
     beisammen: Sie kann ein Jahr sein. */
  const schreibeZahl = (zahl) => {
    const text = zahl.toLocaleString("de-DE", { useGrouping: false, maximumFractionDigits: 15 });
    const [ganz, bruch] = text.split(",");
    const vielleichtJahr = Number.isInteger(zahl) && zahl >= 1000 && zahl <= 9999;
    const gruppen = vielleichtJahr ? ganz : ganz.replace(/\B(?=(\d{3})+$)/g, ".");
    return bruch ? `${gruppen},${bruch}` : gruppen;
  };

  const tag = (jahr, monat, nummer) => {
    const datum = new Date(Date.UTC(jahr, monat - 1, nummer));
    if (datum.getUTCMonth() !== monat - 1 || datum.getUTCDate() !== nummer)
      return { fehler: "Diesen Tag gibt es nicht. Bitte prüfen." };
    return { wert: datum.toISOString().slice(0, 10) };
  };

  const liesTag = (text) => {
    const roh = text.trim();
    const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(roh);
    if (iso) return tag(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const deutsch = /^(\d{1,2})\. ?(?:(\d{1,2})\.|(\p{L}+)) ?(\d{4})$/u.exec(roh);
    const monat = deutsch && (Number(deutsch[2]) || MONATE.indexOf(deutsch[3]?.toLowerCase()) + 1);
    if (!monat || Number(deutsch[4]) < 1000)
      return { fehler: "Bitte Tag, Monat und Jahr schreiben, zum Beispiel 24.12.2026." };
    return tag(Number(deutsch[4]), monat, Number(deutsch[1]));
  };

  const schreibeTag = (wert) => {
    const gelesen = /^\d{4}-\d\d-\d\d$/.test(wert) && !liesTag(wert).fehler;
    return gelesen ? wert.split("-").reverse().join(".") : wert;
  };

  return { liesZahl, schreibeZahl, liesTag, schreibeTag };
})();
