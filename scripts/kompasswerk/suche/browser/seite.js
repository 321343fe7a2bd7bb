/* Die Suchseite: liest das Feld, lädt das Verzeichnis beim ersten Gebrauch, zeigt die Treffer. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const [BESTE, JE_ART] = [5, 3];
  const form = document.getElementById("kompass-suche");
  const feld = form.querySelector("input[type=search]");
  const stand = document.getElementById("kompass-suchstand");
  const ergebnis = document.getElementById("kompass-treffer");
  const wurzel = document.documentElement.dataset.content_root;
  const arten = JSON.parse(form.dataset.arten);

  const element = (name, klasse, ...inhalt) => {
    const neu = document.createElement(name);
    if (klasse) neu.className = klasse;
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
    return element("li", "", element("p", "suche-art", was), element("p", "suche-titel", link), element("p", "suche-auszug", ...text));
  };

  const zeigeGruppe = (fund, name, treffer, anzahl) => {
    const liste = element("ol", "suche-liste", ...treffer.slice(0, anzahl).map((t) => zeigeTreffer(fund, t)));
    const gruppe = element("section", "suche-gruppe", element("h2", "", name), liste);
    const rest = treffer.slice(anzahl);
    if (rest.length) {
      const mehr = element("button", "suche-mehr", `Alle ${treffer.length} zeigen: ${name}`);
      mehr.type = "button";
      mehr.addEventListener("click", () => {
        mehr.remove();
        liste.append(...rest.map((t) => zeigeTreffer(fund, t)));
        liste.children[anzahl].querySelector("a").focus();
      });
      gruppe.append(mehr);
    }
    return gruppe;
  };

  const zeige = (frage, fund) => {
    const beste = fund.treffer.slice(0, BESTE);
    const weitere = Object.entries(arten).map(([art, [, mehrzahl]]) => [mehrzahl, fund.treffer.slice(BESTE).filter((t) => t.art === art)]);
    ergebnis.replaceChildren(
      ...fund.meinte.map(([wort, meint]) => {
        const link = element("a", "", meint);
        link.href = `?q=${encodeURIComponent(frage.replace(wort, meint))}`;
        return element("p", "suche-meinte", `„${wort}“ steht nicht im Handbuch. Gezeigt wird: `, link);
      }),
      ...(beste.length ? [zeigeGruppe(fund, "Beste Treffer", beste, BESTE)] : []),
      ...weitere.filter(([, t]) => t.length).map(([name, t]) => zeigeGruppe(fund, `Weitere ${name}`, t, JE_ART)),
    );
  };

  /* Vorgelesen wird der Stand erst, wenn das Tippen ruht. */
  let ansage = 0;
  const melde = (text) => {
    clearTimeout(ansage);
    ansage = setTimeout(() => (stand.textContent = text), 400);
  };

  const suche = () => {
    const frage = feld.value.trim();
    if (!frage) return ergebnis.replaceChildren(), melde("");
    if (!KompassSuche.istBereit()) return lade(), melde("Die Suche wird geladen …");
    const fund = KompassSuche.suche(feld.value);
    zeige(frage, fund);
    const anzahl = fund.treffer.length;
    melde(anzahl ? `${anzahl === 1 ? "Ein Treffer" : `${anzahl} Treffer`} für „${frage}“.` : `Kein Treffer für „${frage}“. Versuchen Sie ein anderes Wort oder sehen Sie im Katalog nach.`);
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(frage)}`);
    } catch {
      /* Vom Stick geöffnet: Dort dürfen Seiten ihre Adresse nicht ändern. */
    }
  };

  const lade = () => {
    if (document.getElementById("kompass-verzeichnis")) return;
    const skript = element("script", "");
    skript.id = "kompass-verzeichnis";
    skript.src = form.dataset.verzeichnis;
    skript.addEventListener("error", () => melde("Das Verzeichnis der Suche fehlt. Bitte laden Sie die Seite neu."));
    document.head.append(skript);
  };

  addEventListener("kompass-suche-bereit", suche);
  feld.addEventListener("focus", lade);
  feld.addEventListener("input", suche);
  form.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    suche();
  });

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
