/* Arbeitsblätter ausfüllen: merken, als Datei sichern, laden, drucken, löschen.
   Ohne JavaScript lässt sich das Blatt lesen, ausfüllen und drucken. */
"use strict";

(() => {
  const { felder, ablage } = Kompass;
  const LAENGSTER_TEXT = 200;
  const STELLE = /^([^[]+)\[(\d+)\]/;
  const anfang = () => document.getElementById("formular-anfang");
  const ende = () => document.getElementById("formular-ende");
  const stand = (leiste) => leiste.querySelector(".formular-stand");
  const blatt = () => anfang().dataset;
  let ungesichert = false; /* zählt nur, wenn der Browser nichts speichert */

  const melde = (ort, ...saetze) => {
    ort.replaceChildren(
      ...saetze.filter(Boolean).map((satz) => {
        const absatz = felder.neu("p", "");
        absatz.textContent = satz;
        return absatz;
      }),
    );
  };

  const liste = (ort, kopf, zeilen) => {
    if (!zeilen.length) return;
    const absatz = felder.neu("p", "");
    absatz.textContent = kopf;
    const punkte = felder.neu("ul", "");
    for (const zeile of zeilen) {
      const punkt = felder.neu("li", "");
      punkt.textContent = zeile;
      punkte.append(punkt);
    }
    ort.append(absatz, punkte);
  };

  const lesbar = (wert) => {
    const text = alsText(wert);
    return text.length > LAENGSTER_TEXT ? `${text.slice(0, LAENGSTER_TEXT)} …` : text;
  };

  const alsText = (wert) => {
    if (Array.isArray(wert) && wert.every((teil) => typeof teil === "string")) return wert.join("; ");
    if (typeof wert === "boolean") return wert ? "ja" : "nein";
    if (typeof wert === "number") return Kompass.werte.schreibeZahl(wert);
    return typeof wert === "string" ? Kompass.werte.schreibeTag(wert) : JSON.stringify(wert);
  };

  /* Wie die Frage auf dieser Seite heißt; für andere Blätter ihre Stelle. */
  const frageZu = (name) => {
    const feld = felder.alle().find((eines) => felder.stelle(eines) === name);
    return feld ? felder.beschriftung(feld) : name;
  };

  const zeigeAblage = () => {
    const hinweis = anfang().querySelector(".formular-ablage");
    anfang().classList.toggle("gesperrt", ablage.gesperrt());
    if (ablage.gesperrt())
      hinweis.textContent =
        "Ihr Browser speichert auf diesem Gerät nichts. Sichern Sie Ihre Eingaben als Datei, " +
        "bevor Sie die Seite verlassen. Gesendet wird nichts.";
  };

  const geaendert = () => document.dispatchEvent(new Event("kompass-formular"));

  const merke = (feld) => {
    ablage.setze(blatt().blatt, blatt().version, felder.stelle(feld), felder.lies(feld));
    felder.spiegle(feld);
    ungesichert = true;
    zeigeAblage();
    geaendert();
  };

  /* Zeigt, was gemerkt ist. Was in kein Feld passt, wird genannt und bleibt erhalten. */
  const zeige = () => {
    const { antworten } = ablage.blatt(blatt().blatt);
    for (const tabelle of felder.tabellen()) fuegeZeilenAn(tabelle, Object.keys(antworten));
    const offen = new Map(Object.entries(antworten));
    for (const feld of felder.alle()) {
      const name = felder.stelle(feld);
      if (feld.contains(document.activeElement) && felder.gleich(felder.lies(feld), antworten[name]))
        offen.delete(name);
      else if (felder.setze(feld, antworten[name])) offen.delete(name);
    }
    const ort = anfang().querySelector(".formular-rest");
    ort.replaceChildren();
    const zeilen = [...offen].map(([name, wert]) => `${frageZu(name)}: ${lesbar(wert)}`);
    liste(ort, "Diese Antworten passen in kein Feld. Sie bleiben in Ihrer Datei erhalten:", zeilen);
    zeigeAblage();
    geaendert();
  };

  const fuegeZeilenAn = (tabelle, stellen) => {
    const zeilen = stellen
      .map((name) => STELLE.exec(name))
      .filter((treffer) => treffer?.[1] === tabelle.name)
      .map((treffer) => Number(treffer[2]))
      .filter((zeile) => zeile <= felder.MEISTE_ZEILEN);
    while (tabelle.zeilen() < Math.max(0, ...zeilen)) tabelle.fuegeAn();
  };

  /* Schaltflächen unter einer Tabelle. Die Meldung wird vorgelesen. */
  const richteTabelleEin = (tabelle) => {
    const dazu = felder.knopf("Zeile hinzufügen", "");
    const weg = felder.knopf("Zeile entfernen", "");
    const meldung = felder.neu("p", "formular-stand");
    meldung.setAttribute("role", "status");
    for (const knopf of [dazu, weg])
      knopf.setAttribute("aria-label", `${knopf.textContent}: ${tabelle.titel}`);
    const pruefe = () => {
      dazu.hidden = tabelle.voll();
      weg.hidden = !tabelle.angefuegt();
    };
    dazu.addEventListener("click", () => {
      const frei = tabelle.verborgene().length ? tabelle.leere()[0] : tabelle.fuegeAn();
      pruefe();
      const neu = frei.rowIndex === tabelle.zeilen();
      melde(meldung, `Zeile ${frei.rowIndex} ${neu ? "hinzugefügt" : "ist noch frei"}.`);
      frei.querySelector("input, textarea, select").focus();
    });
    weg.addEventListener("click", () => {
      const zeile = tabelle.zeilen();
      const voll = tabelle.letzte().filter((feld) => felder.lies(feld) !== undefined);
      if (voll.length && !confirm(`Zeile ${zeile} mit ihren Antworten entfernen?`)) return;
      for (const feld of tabelle.letzte())
        ablage.setze(blatt().blatt, blatt().version, felder.stelle(feld), undefined);
      tabelle.entferne();
      pruefe();
      if (weg.hidden) dazu.focus();
      melde(meldung, `Zeile ${zeile} entfernt.`);
      geaendert();
    });
    const leiste = felder.neu("div", "knoepfe zeilenknoepfe");
    leiste.append(dazu, weg, meldung);
    tabelle.vorlage.after(leiste);
    document.addEventListener("kompass-formular", pruefe);
  };

  const hinweise = () => {
    const fehlend = felder.alle().filter(
      (feld) => feld.querySelector('[aria-required="true"]') && felder.lies(feld) === undefined,
    );
    const zweifel = document.querySelectorAll('[aria-invalid="true"]').length;
    const angaben = zweifel === 1 ? "eine Angabe" : `${zweifel} Angaben`;
    return [
      fehlend.length && `Noch leer: ${fehlend.map(felder.beschriftung).join(", ")}.`,
      zweifel && `Nicht verstanden und als Text gesichert: ${angaben}.`,
    ];
  };

  const sichere = (slugs, teile, zusatz) => {
    const hier = blatt().blatt;
    const ort = stand(ende());
    if (!slugs.length) return melde(ort, "Noch steht hier nichts. Füllen Sie erst etwas aus.");
    const name = ablage.dateiname(...teile, ablage.stadt(hier).stadt);
    const stellen = felder.alle().map(felder.stelle);
    Kompass.datei.gib(name, ablage.alsDatei({ ausgabe: blatt().ausgabe, hier, stellen }, slugs));
    ungesichert = false;
    const gesichert = `Gesichert als ${name}. Sie finden die Datei bei Ihren Downloads.`;
    melde(ort, gesichert, zusatz, ...hinweise());
  };

  /* Was die Datei an Antworten ersetzen würde, die schon dastehen. */
  const widersprueche = (antworten) =>
    antworten.filter(({ slug, stelle, wert }) => {
      const schon = ablage.blatt(slug).antworten[stelle];
      return schon !== undefined && !felder.gleich(schon, wert);
    });

  const uebernimm = (datei) => {
    const ort = stand(anfang());
    const ersetzt = widersprueche(datei.antworten).map(
      ({ slug, stelle, wert }) => {
        const schon = ablage.blatt(slug).antworten[stelle];
        return `${frageZu(stelle)}: „${lesbar(schon)}“ → „${lesbar(wert)}“`;
      },
    );
    const anzahl = ersetzt.length === 1 ? "eine Antwort" : `${ersetzt.length} Antworten`;
    const frage = `Die Datei ändert ${anzahl}. Übernehmen?\n\n`;
    if (ersetzt.length && !confirm(frage + ersetzt.slice(0, 10).join("\n")))
      return melde(ort, "Nichts geladen. Ihre Eingaben sind unverändert.");
    ablage.merkeStadt(datei);
    for (const { slug, stelle, wert } of datei.antworten) {
      const fremd = datei.versionen.get(slug);
      const version = slug === blatt().blatt ? blatt().version : String(fremd ?? "");
      ablage.setze(slug, version, stelle, wert);
    }
    ungesichert = true;
    zeige();
    melde(stand(ende()));
    berichte(datei, ersetzt);
  };

  const berichte = (datei, ersetzt) => {
    const ort = stand(anfang());
    const hier = blatt();
    const slugs = new Set(datei.antworten.map(({ slug }) => slug));
    const andere = [...slugs].filter((slug) => slug !== hier.blatt);
    const zahl = datei.antworten.length;
    const fassung = datei.versionen.get(hier.blatt) ?? hier.version;
    melde(
      ort,
      zahl === 1 ? "Eine Antwort geladen." : `${zahl} Antworten geladen.`,
      andere.length &&
        `Auch für andere Blätter: ${andere.join(", ")}. Sie sehen sie, wenn Sie das Blatt öffnen.`,
      fassung !== hier.version &&
        "Die Datei gehört zu einer anderen Fassung dieses Blattes. Bitte sehen Sie alles durch.",
    );
    liste(ort, "Ersetzt:", ersetzt);
    const zeilen = datei.rest.map(([stelle, wert]) => `${stelle}: ${lesbar(wert)}`);
    liste(ort, "Nicht zu lesen war in der Datei:", zeilen);
  };

  const lade = () =>
    Kompass.datei.waehle(ablage.GROESSTE_DATEI, (text) => {
      if (text === null)
        return melde(stand(anfang()), "Die Datei ist zu groß. Bitte wählen Sie eine andere.");
      const datei = ablage.pruefe(text);
      if (datei.fehler) melde(stand(anfang()), datei.fehler);
      else uebernimm(datei);
    });

  const loesche = (frage, tun, satz) => {
    if (!confirm(`${frage}\n\nDas lässt sich nicht zurückholen. Gesicherte Dateien bleiben.`)) return;
    tun();
    ungesichert = false;
    for (const tabelle of felder.tabellen()) while (tabelle.angefuegt()) tabelle.entferne();
    melde(stand(anfang()));
    zeige();
    melde(stand(ende()), satz);
  };

  const AKTIONEN = {
    laden: lade,
    drucken: () => print(),
    sichern: () => {
      const hier = blatt().blatt;
      const objekt = ablage.objekt(hier);
      const naechstes = "Für das nächste Gebäude: erst sichern, dann „Eingaben löschen“.";
      sichere(ablage.blaetter().filter((slug) => slug === hier), [hier, objekt], objekt && naechstes);
    },
    "alle-sichern": () => {
      const slugs = ablage.blaetter();
      const darin = `Darin: ${slugs.join(", ")}. Auch Vertrauliches steht in der Datei.`;
      sichere(slugs, ["alle-blaetter"], darin);
    },
    loeschen: () =>
      loesche(
        "Alle Eingaben auf diesem Blatt löschen?",
        () => ablage.loesche(blatt().blatt),
        "Die Eingaben auf diesem Blatt sind gelöscht.",
      ),
    "alle-loeschen": () =>
      loesche(
        "Die Eingaben auf allen Blättern löschen?",
        ablage.loescheAlle,
        "Die Eingaben auf allen Blättern sind gelöscht.",
      ),
  };

  /* Eine Meldung schiebt die Seite; vor dem Loslassen ginge der Klick daneben. */
  let gedrueckt = false;
  const nachDemKlick = (tun) => {
    if (gedrueckt) addEventListener("pointerup", () => setTimeout(tun), { once: true });
    else tun();
  };

  const aufEreignisse = () => {
    const feldVon = (ereignis) => ereignis.target.closest?.(".eingabe[data-stelle]");
    document.addEventListener("input", (ereignis) => {
      const feld = feldVon(ereignis);
      if (!feld) return;
      merke(feld);
      if (feld.querySelector('[aria-invalid="true"]')) felder.pruefe(feld);
    });
    document.addEventListener("focusout", (ereignis) => {
      const feld = feldVon(ereignis);
      if (!feld) return;
      felder.glaette(feld);
      nachDemKlick(() => felder.pruefe(feld));
    });
    addEventListener("pointerdown", () => (gedrueckt = true), true);
    for (const art of ["pointerup", "pointercancel"])
      addEventListener(art, () => (gedrueckt = false), true);
    document.addEventListener("click", (ereignis) => {
      const knopf = ereignis.target.closest("button");
      if (!knopf) return;
      AKTIONEN[knopf.dataset.aktion]?.();
      if (!knopf.matches(".zuruecknehmen")) return;
      const feld = feldVon(ereignis);
      felder.setze(feld, undefined);
      merke(feld);
      feld.querySelector("input").focus();
    });
    addEventListener("storage", (ereignis) => {
      if (ablage.gehoert(ereignis.key, blatt().blatt)) zeige();
    });
    addEventListener("beforeunload", (ereignis) => {
      if (ablage.gesperrt() && ungesichert) ereignis.preventDefault();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (!anfang()) return;
    felder.alle().forEach(felder.richteEin);
    felder.tabellen().forEach(richteTabelleEin);
    aufEreignisse();
    zeige();
  });
})();
