/* Was der Browser auf diesem Gerät behält. Verweigert er es, gilt es bis zum Verlassen der Seite. */
"use strict";

globalThis.Kompass ??= {};

Kompass.speicher = (() => {
  const nurHier = new Map();

  const imBrowser = (tun) => {
    try {
      return tun(localStorage);
    } catch {
      return undefined;
    }
  };

  const entferne = (name) => {
    nurHier.delete(name);
    imBrowser((speicher) => speicher.removeItem(name));
  };

  /* Antwortet, ob der Browser es behält. */
  const schreibe = (name, text) => {
    const behalten =
      imBrowser((speicher) => {
        speicher.setItem(name, text);
        return true;
      }) ?? false;
    if (behalten) nurHier.delete(name);
    else nurHier.set(name, text);
    return behalten;
  };

  /* Der Text, null wenn es keinen gibt. */
  const lies = (name) =>
    nurHier.get(name) ?? imBrowser((speicher) => speicher.getItem(name)) ?? null;

  const namen = () => [
    ...new Set([...(imBrowser((speicher) => Object.keys(speicher)) ?? []), ...nurHier.keys()]),
  ];

  /* Ein Versuch mit einem Eintrag dieses Namens, der danach nicht mehr da ist. */
  const geht = (name) => {
    const behalten = schreibe(name, "");
    entferne(name);
    return behalten;
  };

  return { lies, schreibe, entferne, namen, geht };
})();
