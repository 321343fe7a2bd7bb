/* Der Merkzettel als Datei und als Text. Eine Datei von außen wird geprüft, bevor etwas gilt. */
"use strict";

Kompass.korbDatei = (() => {
  const FORMAT = "kompass-korb";
  const NAME = "kompass-merkzettel.json";
  const GROESSTE = 200000;
  const { korb } = Kompass;
  const FREMD =
    "Das ist kein Merkzettel aus dem Kompass. Bitte wählen Sie eine Datei, die Sie hier gesichert haben.";
  const ZU_GROSS = "Die Datei ist zu groß für einen Merkzettel. Bitte wählen Sie eine andere.";
  const ZU_VIELE = `Die Datei nennt mehr als ${korb.MEISTE} Seiten. Bitte wählen Sie eine andere.`;

  const alsDatei = (ausgabe) =>
    JSON.stringify({ format: FORMAT, ausgabe, seiten: korb.alle() }, null, 1) + "\n";

  const gelesen = (text) => {
    try {
      return JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      return null;
    }
  };

  /* Eine gewählte Datei: { fehler } oder { ausgabe, bekannt, fremd }, jede Seite einmal. */
  const pruefe = (text) => {
    if (text === null) return { fehler: ZU_GROSS };
    const datei = gelesen(text);
    if (datei?.format !== FORMAT || !Array.isArray(datei.seiten)) return { fehler: FREMD };
    if (datei.seiten.length > korb.MEISTE) return { fehler: ZU_VIELE };
    const seiten = [...new Set(datei.seiten.map((seite) => (typeof seite === "string" ? seite : "?")))];
    const bekannt = seiten.filter((seite) => Object.hasOwn(Kompass.seiten, seite));
    return {
      ausgabe: typeof datei.ausgabe === "string" ? datei.ausgabe : "",
      bekannt,
      fremd: seiten.filter((seite) => !bekannt.includes(seite)),
    };
  };

  /* Gruppen { titel, seiten } als Text zum Einfügen in eine E-Mail; „adresse“ nennt jede Seite. */
  const alsText = (gruppen, adresse) =>
    [
      "Merkzettel aus dem Kompass Leerstand",
      ...gruppen.flatMap(({ titel, seiten }) => [
        "",
        titel,
        ...seiten.map((seite) => `- ${Kompass.seiten[seite][1]}\n  ${adresse(seite)}`),
      ]),
    ].join("\n") + "\n";

  return { NAME, GROESSTE, alsDatei, pruefe, alsText };
})();
