/* Die Auswahl steht hinter dem # der Adresse, damit ein Ergebnis sich verschicken lässt:
   #ansatz=umnutzung,zwischennutzung&land=Hessen&sort=ort. Das gilt auch für Seiten vom Stick. */
"use strict";

globalThis.Kompass ??= {};

Kompass.katalogAdresse = (() => {
  const entziffere = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // von Hand geschrieben und missglückt
    }
  };

  /* Angaben der Adresse; null, wenn sie auf eine Stelle der Seite zeigt statt auf eine Auswahl. */
  const lies = () => {
    const text = location.hash.slice(1);
    if (text && !text.includes("=")) return null;
    return new Map(
      text
        .split("&")
        .map((teil) => teil.split("="))
        .filter(([name, werte]) => name && werte)
        .map(([name, werte]) => [entziffere(name), werte.split(",").map(entziffere)]),
    );
  };

  /* angaben: Paare aus Name und Werten; was leer ist, fehlt in der Adresse. */
  const schreibe = (angaben) => {
    const text = angaben
      .filter(([, werte]) => werte.length)
      .map(([name, werte]) => `${name}=${werte.map(encodeURIComponent).join(",")}`)
      .join("&");
    if (!text && lies() === null) return;
    try {
      history.replaceState(history.state, "", text ? `#${text}` : location.href.split("#")[0]);
    } catch {
      /* Manche Browser begrenzen, wie oft eine Seite ihre Adresse ändert. */
    }
  };

  return { lies, schreibe };
})();
