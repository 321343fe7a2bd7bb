/* Die Suchseite: liest das Feld, lädt das Verzeichnis beim ersten Gebrauch, zeigt die Treffer. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const [BESTE, JE_ART] = [5, 3];
  const form = document.getElementById("kompass-suche");
  const feld = form.querySelector("input[type=search]");
  const [stand, ergebnis] = ["suchstand", "treffer"].map((id) => document.getElementById(`kompass-${id}`));
  const wurzel = document.documentElement.dataset.content_root;
  const arten = JSON.parse(form.dataset.arten);

  const element = (name, klasse, ...inhalt) => {
    const neu = Object.assign(document.createElement(name), klasse && { className: klasse });
    neu.append(...inhalt);
    return neu;
  };

  const zeigeTreffer = (fund, treffer) => {
    const { titel, ueberschrift, adresse, ort, auszug } = fund.zeige(treffer);
    const link = element("a", "", titel);
    link.href = wurzel + adresse;
    if (ueberschrift) link.append(element("span", "suche-abschnitt", ` › ${ueberschrift}`));
    const was = [arten[treffer.art][0], ort].filter(Boolean).join(" · ");
    const text = auszug.map(([stueck, marke]) => (marke ? element("mark", "", stueck) : stueck));
    const kopf = [element("p", "suche-art", was), element("p", "suche-titel", link)];
    return element("li", "", ...kopf, element("p", "suche-auszug", ...text));
  };

  const zeigeGruppe = (fund, name, treffer, anzahl) => {
    const eintraege = (einige) => einige.map((eines) => zeigeTreffer(fund, eines));
    const liste = element("ol", "suche-liste", ...eintraege(treffer.slice(0, anzahl)));
    const gruppe = element("section", "suche-gruppe", element("h2", "", name), liste);
    if (treffer.length > anzahl) {
      const mehr = element("button", "suche-mehr", `Alle ${treffer.length} zeigen: ${name}`);
      mehr.addEventListener("click", () => {
        mehr.remove();
        liste.append(...eintraege(treffer.slice(anzahl)));
        liste.children[anzahl].querySelector("a").focus();
      });
      gruppe.append(mehr);
    }
    return gruppe;
  };

  const zeigeBeste = (frage, fund) => {
    const beste = fund.treffer.slice(0, BESTE);
    ergebnis.replaceChildren(
      ...fund.meinte.map(([wort, meint]) => {
        const link = element("a", "", meint);
        link.href = `?q=${encodeURIComponent(frage.replace(wort, meint))}`;
        return element("p", "suche-meinte", `„${wort}“ steht nicht im Handbuch. Gezeigt wird: `, link);
      }),
      ...(beste.length ? [zeigeGruppe(fund, "Beste Treffer", beste, BESTE)] : []),
    );
  };

  const zeigeWeitere = (fund) => {
    const rest = fund.treffer.slice(BESTE);
    for (const [art, [, viele]] of Object.entries(arten)) {
      const gruppe = rest.filter((eines) => eines.art === art);
      if (gruppe.length) ergebnis.append(zeigeGruppe(fund, `Weitere ${viele}`, gruppe, JE_ART));
    }
  };

  /* Erst wenn das Tippen ruht, wird der Stand vorgelesen und gezeigt, was es noch gibt. */
  let ruhe = 0;
  const melde = (text, fund = { treffer: [] }) => {
    clearTimeout(ruhe);
    ruhe = setTimeout(() => ((stand.textContent = text), zeigeWeitere(fund)), 250);
  };

  const suche = () => {
    const frage = feld.value.trim();
    if (!frage) return ergebnis.replaceChildren(), melde("");
    if (!KompassSuche.istBereit()) return lade(), melde("Die Suche wird geladen …");
    const fund = KompassSuche.suche(feld.value);
    zeigeBeste(frage, fund);
    const anzahl = ["Kein", "Ein"][fund.treffer.length] ?? fund.treffer.length;
    const rat = fund.treffer.length ? "" : " Versuchen Sie ein anderes Wort oder sehen Sie im Katalog nach.";
    melde(`${anzahl} Treffer für „${frage}“.${rat}`, fund);
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(frage)}`);
    } catch {
      /* Vom Stick geöffnet: Dort dürfen Seiten ihre Adresse nicht ändern. */
    }
  };

  const lade = () => {
    if (document.getElementById("kompass-verzeichnis")) return;
    const skript = element("script", "");
    Object.assign(skript, { id: "kompass-verzeichnis", src: form.dataset.verzeichnis });
    skript.onerror = () => melde("Das Verzeichnis der Suche fehlt. Bitte laden Sie die Seite neu.");
    document.head.append(skript);
  };

  addEventListener("kompass-suche-bereit", suche);
  feld.addEventListener("focus", lade);
  feld.addEventListener("input", suche);
  form.addEventListener("submit", (ereignis) => ereignis.preventDefault());

  /* Pfeiltasten gehen vom Feld zu den Treffern und zurück, Escape geht zum Feld. */
  document.getElementById("kompass-inhalt").addEventListener("keydown", (ereignis) => {
    const halte = [feld, ...ergebnis.querySelectorAll(".suche-titel a")];
    const hier = halte.indexOf(document.activeElement);
    const schritt = { ArrowDown: 1, ArrowUp: -1, Escape: -hier }[ereignis.key];
    if (!schritt || hier < 0 || !halte[hier + schritt]) return;
    ereignis.preventDefault();
    halte[hier + schritt].focus();
  });

  feld.value = new URLSearchParams(location.search).get("q") ?? "";
  if (feld.value) suche();
  else feld.focus();
});
