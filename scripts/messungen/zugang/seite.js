/* Was sich an einer geöffneten Seite messen lässt. Jede Funktion liefert Fundstellen als Text. */
({
  sichtbar: (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0,

  stelle: (e) => e.cloneNode(false).outerHTML.replace(/\s+/g, " ").slice(0, 110),

  /* Sprache, Titel, genau eine h1, keine übersprungene Ebene. */
  gliederung() {
    const funde = [];
    if (document.documentElement.lang !== "de") funde.push("html ohne lang=de");
    if (!document.title.trim()) funde.push("Seite ohne Titel");
    const alle = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")].filter(this.sichtbar);
    const ebene = (e) => Number(e.getAttribute("aria-level") || e.localName.slice(1));
    const haupt = alle.filter((e) => ebene(e) === 1).length;
    if (haupt !== 1) funde.push(`${haupt} Überschriften der ersten Ebene`);
    const inhalt = alle.filter((e) => e.closest("main, [role=main]"));
    inhalt.forEach((e, i) => {
      if (i && ebene(e) > ebene(inhalt[i - 1]) + 1) funde.push(`Ebene übersprungen: ${e.textContent.trim()}`);
    });
    return funde;
  },

  /* Hauptteil, Navigation, Suche, Fuß; gleichartige Bereiche heißen verschieden. */
  bereiche() {
    const arten = {
      Hauptteil: "main, [role=main]",
      Navigation: "nav, [role=navigation]",
      Suche: "search, [role=search]",
      Fuß: "body > footer, [role=contentinfo]",
      Ergänzung: "aside, [role=complementary]",
    };
    const name = (e) =>
      (document.getElementById(e.getAttribute("aria-labelledby"))?.textContent ??
        e.getAttribute("aria-label") ?? "").trim();
    return Object.entries(arten).flatMap(([art, wahl]) => {
      const alle = [...document.querySelectorAll(wahl)].filter(this.sichtbar);
      const namen = alle.map(name);
      if (art === "Hauptteil") return alle.length === 1 ? [] : [`${alle.length} Hauptteile`];
      if (art === "Fuß") return alle.length === 1 ? [] : [`${alle.length} Füße`];
      if (art === "Navigation" && !alle.length) return ["keine Navigation"];
      return namen.flatMap((n, i) =>
        !n ? [`${art} ohne Namen`] : namen.indexOf(n) < i ? [`${art} „${n}“ doppelt`] : []);
    });
  },

  /* Was breiter ist als das Fenster; was in seinem Rahmen rollt, zählt nicht. */
  ueberbreite() {
    const rollt = (e) => {
      for (let x = e.parentElement; x && x !== document.body; x = x.parentElement)
        if (/auto|scroll/.test(getComputedStyle(x).overflowX)) return true;
      return false;
    };
    const zuBreit = [...document.querySelectorAll("main *, article *, footer *, header *")]
      .filter((e) => this.sichtbar(e) && e.getBoundingClientRect().right > innerWidth + 1)
      .filter((e) => getComputedStyle(e).clipPath === "none" && !rollt(e));
    const seite = document.documentElement.scrollWidth;
    return [
      ...(seite > innerWidth ? [`Seite ${seite} px breit`] : []),
      ...zuBreit.slice(0, 5).map((e) => `${Math.ceil(e.getBoundingClientRect().right)} px: ${this.stelle(e)}`),
    ];
  },

  /* Bewegung, obwohl das System wenig davon verlangt. */
  bewegung() {
    const lang = (wert) => wert.split(",").some((dauer) => parseFloat(dauer) > 0.01);
    return [...document.querySelectorAll("*")].flatMap((e) =>
      ["", "::before", "::after"].flatMap((teil) => {
        const stil = getComputedStyle(e, teil || null);
        const bewegt = (stil.animationName !== "none" && lang(stil.animationDuration)) ||
          (stil.transitionProperty !== "none" && lang(stil.transitionDuration)) ||
          (!teil && stil.scrollBehavior === "smooth");
        return bewegt ? [this.stelle(e) + teil] : [];
      })).slice(0, 5);
  },

  /* Text, den sein Kasten abschneidet. */
  abgeschnitten() {
    const versteckt = (e) => e.clientWidth <= 1 || e.clientHeight <= 1 || getComputedStyle(e).clipPath !== "none";
    return [...document.querySelectorAll("body *")].filter((e) => {
      if (!e.textContent.trim() || !this.sichtbar(e) || versteckt(e)) return false;
      const stil = getComputedStyle(e);
      const zu = (art) => /hidden|clip/.test(art);
      return (zu(stil.overflowX) && e.scrollWidth > e.clientWidth + 1) ||
        (zu(stil.overflowY) && e.scrollHeight > e.clientHeight + 1);
    }).slice(0, 5).map(this.stelle);
  },

  /* Zugeklapptes, das auf Papier fehlte, auch wenn es dort stehen soll. */
  zugeklappt() {
    const zu = [...document.querySelectorAll("details > :not(summary), .sd-tab-content")]
      .filter((e) => e.textContent.trim() && !e.closest("[hidden], .nicht-auf-papier") && !this.sichtbar(e));
    return zu.slice(0, 5).map(this.stelle);
  },

  /* Von langen Listen und Tabellen bleiben die ersten Einträge: Alle sind gleich gebaut. */
  kuerze() {
    for (const liste of document.querySelectorAll("tbody, ul, ol, dl, .karten"))
      for (const eintrag of [...liste.children].slice(6)) eintrag.remove();
  },

  /* Wie viele Elemente die Tabulatortaste erreichen müsste; von Optionsfeldern eines je Gruppe. */
  haltestellen() {
    const wahl = "a[href], button, input, select, textarea, summary, [tabindex]";
    const gruppen = new Set();
    return [...document.querySelectorAll(wahl)].filter((e) => {
      if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false;
      if (e.type !== "radio" || !e.name) return true;
      const neu = !gruppen.has(e.name);
      gruppen.add(e.name);
      return neu;
    }).length;
  },

  /* Wo der Fokus steht: Nummer des Halts, ob man ihn sieht, ob ihn etwas Klebendes verdeckt. */
  fokus() {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    window.gang ??= new Map();
    const bekannt = window.gang.has(e);
    if (!bekannt) window.gang.set(e, window.gang.size);
    return { bekannt, stelle: this.stelle(e), sichtbar: this.umrandet(e), verdeckt: this.verdeckt(e) };
  },

  umrandet(e) {
    /* „auto“ ist der Rand des Browsers; seine Breite nennt er nicht. */
    const rand = (stil) => stil.outlineStyle === "auto" || (stil.outlineStyle !== "none" &&
      parseFloat(stil.outlineWidth) >= 2 && !/, 0\)$|transparent/.test(stil.outlineColor));
    const traeger = [e, ...(e.labels ?? []), e.parentElement, e.parentElement?.parentElement];
    return traeger.some((x) => x && rand(getComputedStyle(x))) ||
      ["::before", "::after"].some((teil) => rand(getComputedStyle(e, teil)));
  },

  verdeckt(e) {
    const klebt = (x) => {
      for (; x && x !== document.body; x = x.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(x).position)) return x;
      return null;
    };
    /* Was höher ist als das Fenster, wird dort geprüft, wo es im Fenster steht. */
    const imFenster = (r) => {
      const [links, oben] = [Math.max(r.left, 0), Math.max(r.top, 0)];
      const [breit, hoch] = [Math.min(r.right, innerWidth) - links, Math.min(r.bottom, innerHeight) - oben];
      return breit > 0 && hoch > 0 ? [{ links, oben, breit, hoch }] : [];
    };
    const flaeche = [e, ...(e.labels ?? [])].flatMap((x) => [...x.getClientRects()]).flatMap(imFenster);
    const punkte = flaeche.flatMap((r) => [0.02, 0.5, 0.98].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
      [r.links + r.breit * x, r.oben + r.hoch * y])));
    return !punkte.some(([x, y]) => {
      const getroffen = document.elementFromPoint(x, y);
      if (!getroffen) return false;
      const davor = klebt(getroffen);
      return !davor || davor.contains(e);
    });
  },
})
