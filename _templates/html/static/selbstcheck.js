/* Selbstcheck: aus den Antworten wird ein Ergebnis. Was vorgeschlagen wird, steht für alles, was
   sich antworten lässt, in selbstcheck-daten.js; es ist dieselbe Auswahl wie im Arbeitsbuch. */
"use strict";

(() => {
  const { neu, verweis, liste, knopf, drucke, merkknopf } = Kompass.antwort;
  const daten = Kompass.selbstcheckDaten;
  const BLATT = "selbstcheck";
  const GEZEIGT = 3;
  const DAFUER = "Sichern Sie dieses Blatt als Datei und schicken Sie die Datei per E-Mail hin.";
  const STAENDE = { ja: "vorhanden", teilweise: "teilweise", nein: "fehlt", offen: "noch offen" };

  /* --- Antworten ---------------------------------------------------------------------------- */

  const felder = () =>
    new Map(Kompass.felder.alle().map((feld) => [Kompass.felder.stelle(feld).slice(BLATT.length + 1), feld]));
  const gelesen = () => {
    const antworten = new Map();
    for (const [name, feld] of felder()) antworten.set(name, Kompass.felder.lies(feld));
    return antworten;
  };

  /* Das erste „nein“, sonst das erste „teilweise“: Nummer der Frage, 0 für keine. */
  const ersteLuecke = (antworten) => {
    for (const wort of ["nein", "teilweise"]) {
      const stelle = daten.fragen.findIndex(([name]) => antworten.get(name) === wort);
      if (stelle >= 0) return stelle + 1;
    }
    return 0;
  };

  const standVon = (schritt, antworten) => {
    const hier = daten.fragen.filter(([, nummer]) => nummer === schritt).map(([name]) => antworten.get(name));
    const gefragt = hier.length;
    const ja = hier.filter((wort) => wort === "ja").length;
    const einig = ["ja", "nein"].find((wort) => hier.every((eines) => eines === wort));
    const stand = einig ?? (hier.every((wort) => wort === undefined) ? "offen" : "teilweise");
    return { stand, ja, gefragt };
  };

  /* Name und Größe: eine Stadt der Gemeindeliste hat ihre, sonst zählt die Angabe. */
  const stadtVon = (antworten) => {
    const text = String(antworten.get("stadt") ?? "").trim().replace(/\s+/g, " ");
    const gewaehlt = daten.klassen.indexOf(antworten.get("groessenklasse"));
    const gefaltet = text.toLowerCase().replaceAll("ß", "ss");
    const [name, klasse] = Object.hasOwn(daten.staedte, gefaltet) ? daten.staedte[gefaltet] : [text, gewaehlt];
    return { name, klasse };
  };

  const zeitVon = (stunden) => {
    if (typeof stunden !== "number") return 0;
    return 1 + daten.stunden.filter((grenze) => stunden >= grenze).length;
  };

  const lageVon = (antworten) => Math.max(0, daten.lagen.indexOf(antworten.get("lage") ?? ""));

  const vorschlag = (antworten, beginn) => {
    const { name, klasse } = stadtVon(antworten);
    const zeit = zeitVon(antworten.get("stunden"));
    const nummern = daten.vorschlaege[Math.max(0, klasse)][lageVon(antworten)][zeit][beginn];
    const [schritte, instrumente, faelle, blaetter, statt] = nummern.map((nummer) => daten.listen[nummer]);
    const eigen = name.split("/")[0];
    const andere = eigen ? statt.find(([ort]) => ort.includes(eigen)) : undefined;
    const gewaehlt = andere ? daten.listen[andere[1]] : faelle;
    return { schritte, instrumente, faelle: gewaehlt, blaetter, bekannt: klasse >= 0 };
  };

  /* --- Ergebnis ----------------------------------------------------------------------------- */

  const eintrag = (nummer) => {
    const [seite, grund] = daten.eintraege[nummer];
    return [neu("p", "", verweis(daten.seiten[seite])), neu("p", "", grund)];
  };
  const seitenname = (nummer) => daten.seiten[daten.eintraege[nummer][0]][0];

  const schrittzeile = ([nummer, seite], antworten) => {
    const { stand, ja, gefragt } = standVon(nummer, antworten);
    const anteil = gefragt > 1 && stand === "teilweise" && ja ? `\u00a0(${ja}\u00a0von\u00a0${gefragt})` : "";
    const balken = neu("span", `balken stand-${stand}`);
    balken.setAttribute("aria-hidden", "true");
    return [balken, neu("span", "", verweis(daten.seiten[seite]), ": ", neu("strong", "", STAENDE[stand]), anteil)];
  };

  const gruppe = (titel, nummern, leer) => [
    neu("h3", "", titel),
    nummern.length ? liste("ul", nummern.map(eintrag)) : neu("p", "", leer),
  ];

  const seiteZu = (beginn) => daten.seiten[daten.schritte.find(([nummer]) => nummer === beginn)[1]];

  /* Ohne Größe der Stadt gibt es keine Instrumente und Fälle, die zu ihr passen. */
  const passendes = ({ instrumente, faelle, bekannt }) =>
    bekannt
      ? [
          ...gruppe("Instrumente", instrumente.slice(0, GEZEIGT), "Für diese Antworten passt keines."),
          ...gruppe("Fälle aus anderen Städten", faelle.slice(0, GEZEIGT), "Für diese Antworten passt keiner."),
        ]
      : [neu("p", "luecke", "Wählen Sie oben die Größe der Stadt. Dann stehen hier Instrumente und Fälle.")];

  const dateiname = (antworten) => Kompass.ablage.dateiname(BLATT, String(antworten.get("stadt") ?? ""));

  const baue = (ort, antworten, { beginn, frage }, melde) => {
    const stadt = String(antworten.get("stadt") ?? "");
    const alles = vorschlag(antworten, beginn);
    const gezeigt = alles.bekannt ? [...alles.instrumente.slice(0, GEZEIGT), ...alles.faelle.slice(0, GEZEIGT)] : [];
    const seiten = [seiteZu(beginn)[0], ...[...gezeigt, ...alles.blaetter].map(seitenname)];
    ort.replaceChildren(
      neu("h2", "", stadt ? `Ihr Ergebnis für ${stadt}` : "Ihr Ergebnis"),
      neu("p", "", neu("strong", "", "Beginnen Sie mit "), verweis(seiteZu(beginn)), ". ", daten.warum[frage]),
      neu("h3", "", "So weit sind Sie"),
      liste("ol", daten.schritte.map((schritt) => schrittzeile(schritt, antworten))),
      ...passendes(alles),
      ...gruppe("Arbeitsblätter", alles.blaetter, "Keines."),
      neu("p", "antwort-hinweis", "Dieselbe Auswahl steht in Ihrem Arbeitsbuch. Sie ist eine Einschätzung der Redaktion."),
      neu("div", "knoepfe", ...[merkknopf([...new Set(seiten)], melde), knopf("Ergebnis drucken", drucke)].filter(Boolean)),
      neu("p", "nicht-auf-papier", "Ihr Arbeitsbuch macht die Geschäftsstelle: ", DAFUER),
      neu(
        "details",
        "arbeitsbuch-dazu nicht-auf-papier",
        neu("summary", "", "Nur für die Geschäftsstelle: der Befehl"),
        neu("pre", "", neu("code", "", `nox -s arbeitsbuch -- --profil ${dateiname(antworten)}`)),
      ),
    );
    ort.querySelector(".antwortliste").classList.add("schrittstand");
  };

  /* --- Ein Satz, der vorgelesen wird -------------------------------------------------------- */

  const saetze = (antworten, { beginn, frage }, vollstaendig) => {
    const offen = vollstaendig ? "" : " Noch sind nicht alle Fragen beantwortet.";
    const titel = beginn ? verweis(seiteZu(beginn)) : "";
    if (frage) {
      const wort = antworten.get(daten.fragen[frage - 1][0]);
      return ["Unser Vorschlag: Beginnen Sie mit ", titel, `. Frage ${frage} ist Ihr erstes „${wort}“.`, offen];
    }
    if (beginn) return ["Sie beginnen mit ", titel, ", wie von Ihnen gewählt.", offen];
    return vollstaendig ? ["Überall „ja“. Prüfen Sie in einem Jahr wieder."] : [];
  };

  /* Wie im Arbeitsbuch: Wer selbst einen Schritt wählt, beginnt dort. */
  const anfangVon = (antworten) => {
    const selbst = Number(antworten.get("beginn") ?? 0);
    if (selbst) return { beginn: selbst, frage: 0 };
    const frage = ersteLuecke(antworten);
    return { beginn: frage ? daten.fragen[frage - 1][1] : 0, frage };
  };

  const richteEin = (tabelle) => {
    const stand = neu("p", "wegweiser-vorschlag");
    stand.setAttribute("role", "status");
    (tabelle.closest(".table-wrapper") ?? tabelle).after(stand);
    const ergebnis = neu("section", "selbstcheck-ergebnis");
    ergebnis.setAttribute("aria-label", "Ihr Ergebnis");
    ergebnis.hidden = true;
    document.getElementById("formular-ende").before(ergebnis);
    const melde = (satz) => stand.replaceChildren(satz);
    document.addEventListener("kompass-formular", () => {
      const antworten = gelesen();
      const anfang = anfangVon(antworten);
      const vollstaendig = daten.fragen.every(([name]) => antworten.get(name) !== undefined);
      const neue = neu("p", "", ...saetze(antworten, anfang, vollstaendig));
      /* Nur was sich ändert, wird vorgelesen. */
      if (neue.textContent !== stand.textContent) stand.replaceChildren(...neue.childNodes);
      ergebnis.hidden = !anfang.beginn;
      if (anfang.beginn) baue(ergebnis, antworten, anfang, melde);
    });
  };

  const tabelle = () => document.querySelector("table.wegweiser");
  const bereit = () => {
    if (!tabelle() || !daten) return;
    richteEin(tabelle());
    /* formular.js war schon da und hat gezeigt, was gemerkt ist. */
    document.dispatchEvent(new Event("kompass-formular"));
  };
  document.addEventListener("DOMContentLoaded", bereit);
})();
