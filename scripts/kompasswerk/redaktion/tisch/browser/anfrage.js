/* Anfragen an den Schreibtisch auf diesem Rechner. Eine Antwort, die ablehnt, wird zum Fehler
   mit einem deutschen Satz. */
"use strict";

globalThis.Kompass ??= {};

Kompass.anfrage = (() => {
  const oben = new URL("../", document.currentScript.src);
  const GROESSTE = 25 * 2 ** 20;
  const WEG = "Der Schreibtisch antwortet nicht. Ist das Fenster mit der Adresse noch offen?";

  const gelesen = async (frage) => {
    let antwort;
    try {
      antwort = await frage;
    } catch {
      throw new Error(WEG);
    }
    const daten = await antwort.json().catch(() => ({}));
    if (!antwort.ok) throw new Error(daten.meldung ?? WEG);
    return daten;
  };

  const hole = (pfad) => gelesen(fetch(new URL(pfad, oben)));
  const sende = (pfad, wert) =>
    gelesen(fetch(new URL(pfad, oben), { method: "POST", body: JSON.stringify(wert) }));
  /* Zu große Dateien gehen gar nicht erst auf den Weg: Der Server läse sie nicht (access.py). */
  const sendeDatei = async (pfad, datei) => {
    if (datei.size > GROESSTE) throw new Error("Die Datei ist zu groß. Bitte höchstens 25 MB.");
    return gelesen(fetch(new URL(pfad, oben), { method: "POST", body: datei }));
  };

  return { oben, hole, sende, sendeDatei };
})();
