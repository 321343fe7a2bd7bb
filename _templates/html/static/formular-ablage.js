/* Wo Antworten bleiben: im Speicher dieses Browsers, je Blatt ein Eintrag, und als Datei.
   Eine Antwort steht hier so wie in der Datei (Entscheidung 0019). Nichts wird gesendet. */
"use strict";

Kompass.ablage = (() => {
  const VORSATZ = "kompass-leerstand.blatt.";
  const STADT = "kompass-leerstand.stadt";
  const FORMAT = "kompass-antworten";
  const VERSION = 1;
  const GROESSTE_DATEI = 2000000;
  const LAENGSTER_NAME = 100;
  const STELLE = /^([a-z0-9-]+)\.[a-z0-9-]+(\[[1-9]\d{0,3}\]\.[a-z0-9-]+)?$/;
  const FREMD =
    "Das ist keine Datei mit Antworten des Kompasses. " +
    "Bitte wählen Sie eine Datei, die Sie hier gesichert haben.";
  const NEUER =
    "Die Datei stammt aus einer neueren Fassung des Kompasses. " +
    "Bitte öffnen Sie sie mit dieser Fassung.";
  const BESCHAEDIGT =
    "Die Datei ist beschädigt: Die Antworten fehlen. Bitte wählen Sie eine ältere Kopie.";
  const { speicher } = Kompass;
  let gesperrt = !speicher.geht(`${VORSATZ}?`);

  const istObjekt = (wert) => typeof wert === "object" && wert !== null && !Array.isArray(wert);
  const gelesen = (text) => {
    try {
      const inhalt = JSON.parse(text);
      return istObjekt(inhalt) ? inhalt : null;
    } catch {
      return null;
    }
  };
  const lies = (name) => gelesen(speicher.lies(name) ?? "");

  const schreibe = (name, inhalt) => {
    gesperrt = !speicher.schreibe(name, JSON.stringify(inhalt));
  };

  const loesche = (slug) => speicher.entferne(VORSATZ + slug);

  /* Die Blätter mit Antworten, nach Namen geordnet. */
  const blaetter = () =>
    speicher
      .namen()
      .filter((name) => name.startsWith(VORSATZ))
      .map((name) => name.slice(VORSATZ.length))
      .filter((slug) => Object.keys(blatt(slug).antworten).length)
      .sort();

  const blatt = (slug) => {
    const { version = "", antworten } = lies(VORSATZ + slug) ?? {};
    return { version, antworten: istObjekt(antworten) ? antworten : {} };
  };

  /* Einzeln, damit zwei offene Fenster sich nichts überschreiben. */
  const setze = (slug, version, stelle, wert) => {
    const { antworten } = blatt(slug);
    delete antworten[stelle];
    if (wert !== undefined) antworten[stelle] = wert;
    if (Object.keys(antworten).length) schreibe(VORSATZ + slug, { version, antworten });
    else loesche(slug);
  };

  /* Zu welchem Gebäude ein Blatt gehört; leer, wenn es zu keinem gehört. */
  const objekt = (slug) => {
    const genannt = blatt(slug).antworten[`${slug}.objekt`];
    return typeof genannt === "string" ? genannt : "";
  };

  const stadtVon = (slug) => blatt(slug).antworten[`${slug}.stadt`];

  /* Die Stadt des Blattes, sonst die eines anderen Blattes, sonst die der geladenen Datei. */
  const stadt = (slug) => {
    const geladen = lies(STADT) ?? { stadt: "", ags: "" };
    const genannt = [slug, ...blaetter()].map(stadtVon).find((name) => typeof name === "string");
    const gleich = !genannt || genannt === geladen.stadt;
    return { stadt: genannt ?? geladen.stadt, ags: gleich ? geladen.ags : "" };
  };

  /* Wozu die Datei gehört, etwa Blatt, Objektnummer und Stadt; was leer ist, fehlt im Namen. */
  const dateiname = (...teile) => {
    const umschrift = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
    const name = ["kompass", ...teile]
      .join("-")
      .toLowerCase()
      .replace(/[äöüß]/g, (zeichen) => umschrift[zeichen])
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, LAENGSTER_NAME)
      .replace(/^-|-$/g, "");
    return `${name}.json`;
  };

  /* Blätter als Datei; die Antworten des offenen („hier“) stehen in der Folge seiner Stellen. */
  const alsDatei = ({ ausgabe, hier, stellen }, slugs) => {
    const antworten = {};
    for (const slug of slugs) {
      const eigene = blatt(slug).antworten;
      const folge = [...stellen, ...Object.keys(eigene)].filter((stelle) => stelle in eigene);
      for (const stelle of folge) antworten[stelle] = eigene[stelle];
    }
    const versionen = Object.fromEntries(slugs.map((slug) => [slug, blatt(slug).version]));
    const kopf = { format: FORMAT, version: VERSION, ausgabe, ...stadt(hier), blaetter: versionen };
    return JSON.stringify({ ...kopf, antworten }, null, 2) + "\n";
  };

  const istWert = (wert) =>
    ["string", "boolean", "number"].includes(typeof wert) ||
    (Array.isArray(wert) && wert.length > 0 && wert.every((teil) => typeof teil === "string"));
  const alsText = (wert) => (typeof wert === "string" ? wert : "");

  /* Eine gewählte Datei: { fehler } oder { ausgabe, stadt, ags, versionen, antworten, rest }. */
  const pruefe = (text) => {
    const datei = gelesen(text.replace(/^\ufeff/, ""));
    if (datei?.format !== FORMAT)
      return { fehler: FREMD };
    if (datei.version !== VERSION)
      return { fehler: NEUER };
    if (!istObjekt(datei.antworten) || !istObjekt(datei.blaetter ?? {}))
      return { fehler: BESCHAEDIGT };
    const paare = Object.entries(datei.antworten).filter(([, wert]) => wert !== null && wert !== "");
    const gut = paare.filter(([stelle, wert]) => STELLE.test(stelle) && istWert(wert));
    return {
      ausgabe: alsText(datei.ausgabe),
      stadt: alsText(datei.stadt),
      ags: alsText(datei.ags),
      versionen: new Map(Object.entries(datei.blaetter ?? {})),
      antworten: gut.map(([stelle, wert]) => ({ slug: STELLE.exec(stelle)[1], stelle, wert })),
      rest: paare.filter((paar) => !gut.includes(paar)),
    };
  };

  const merkeStadt = (datei) => {
    if (datei.stadt || datei.ags) schreibe(STADT, { stadt: datei.stadt, ags: datei.ags });
  };

  const loescheAlle = () => {
    for (const slug of blaetter()) loesche(slug);
    speicher.entferne(STADT);
  };

  return {
    gesperrt: () => gesperrt,
    gehoert: (name, slug) => name === null || name === VORSATZ + slug,
    GROESSTE_DATEI, blaetter, blatt, setze, loesche, loescheAlle,
    objekt, stadt, merkeStadt, dateiname, alsDatei, pruefe,
  };
})();
