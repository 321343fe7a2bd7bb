/* Die Seite „Merkzettel“: Liste nach Art, ordnen, leeren mit Weg zurück, Text, Datei, Vergleich. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const { korb, korbDatei, vergleich } = Kompass;
  const { neu, titel } = vergleich;
  const seite = document.getElementById("kompass-merkzettel");
  const wurzel = document.documentElement.dataset.content_root;
  const arten = JSON.parse(seite.dataset.arten);
  const stelle = (name) => seite.querySelector(`.${name}`);
  const [liste, meldung, ort] = ["merkzettel-liste", "merkzettel-meldung", "vergleich-ort"].map(stelle);
  const klappfeld = stelle("merkzettel-text");

  const bekannt = (name) => Object.hasOwn(Kompass.seiten, name);
  const gruppen = () => {
    const alle = korb.alle().filter(bekannt);
    return arten
      .map(([art, name]) => ({
        titel: name,
        seiten: alle.filter((eine) => Kompass.seiten[eine][0] === art),
      }))
      .filter(({ seiten }) => seiten.length);
  };

  /* Für andere lesbar: im Netz die ganze Adresse, vom Stick nur die Stelle im Handbuch. */
  const vomStick = location.protocol === "file:" && !seite.dataset.basis;
  const netz = new URL(seite.dataset.basis || wurzel, location.href);
  const imNetz = (ziel) => (vomStick ? ziel : new URL(ziel, netz).href);
  const adresse = (name) => imNetz(Kompass.seiten[name][3]);

  const knopf = (wort, genau, tun) => {
    const neuer = neu("button", "", wort);
    neuer.type = "button";
    if (genau) neuer.setAttribute("aria-label", genau);
    neuer.addEventListener("click", tun);
    return neuer;
  };

  const schliesse = () => {
    meldung.replaceChildren();
    document.getElementById("kompass-inhalt").focus({ preventScroll: true });
  };

  const melde = (...saetze) => {
    const absaetze = saetze.filter(Boolean).map((satz) => neu("p", "", satz));
    meldung.replaceChildren(neu("div", "", ...absaetze), knopf("Schließen", "Meldung schließen", schliesse));
  };

  /* Sagt, was weg ist, und bietet an, den Stand davor wiederherzustellen. */
  const meldeMitWegZurueck = (satz, vorher) => {
    melde(satz);
    meldung.firstChild.after(
      knopf("Rückgängig", "", () => {
        korb.setze(vorher);
        melde("Der Merkzettel ist wieder wie vorher.");
        liste.querySelector("a")?.focus();
      }),
    );
  };

  /* --- Liste ------------------------------------------------------------------------------ */

  const entferne = (name) => {
    const vorher = korb.alle();
    const stellen = [...liste.querySelectorAll("li")];
    const hier = stellen.findIndex((punkt) => punkt.dataset.seite === name);
    korb.nimm(name);
    meldeMitWegZurueck(`„${bekannt(name) ? titel(name) : name}“ ist vom Merkzettel genommen.`, vorher);
    const naechste = [...liste.querySelectorAll("li")][Math.min(hier, stellen.length - 2)];
    (naechste?.querySelector(".entfernen") ?? meldung.querySelector("button")).focus();
  };

  const verschiebe = (name, schritt, richtung) => {
    const gleiche = gruppen().find(({ seiten }) => seiten.includes(name)).seiten;
    const nachbar = gleiche[gleiche.indexOf(name) + schritt];
    const folge = korb.alle();
    const [a, b] = [folge.indexOf(name), folge.indexOf(nachbar)];
    [folge[a], folge[b]] = [folge[b], folge[a]];
    korb.setze(folge);
    melde(`„${titel(name)}“ steht jetzt an Stelle ${gleiche.indexOf(name) + schritt + 1} von ${gleiche.length}.`);
    const griffe = liste.querySelector(`li[data-seite="${name}"]`);
    const gedrueckt = griffe.querySelector(`.${richtung}`);
    (gedrueckt.disabled ? griffe.querySelector(".hoch:enabled, .runter:enabled") : gedrueckt).focus();
  };

  const schieber = (name, richtung, zeichen, wort, schritt, geht) => {
    const pfeil = knopf(zeichen, `${wort}: ${titel(name)}`, () => verschiebe(name, schritt, richtung));
    pfeil.className = richtung;
    pfeil.disabled = !geht;
    return pfeil;
  };

  const wahl = (name) => {
    const kaestchen = neu("input", "");
    kaestchen.type = "checkbox";
    kaestchen.value = name;
    kaestchen.setAttribute("aria-label", `Vergleichen: ${titel(name)}`);
    kaestchen.checked = vergleich.genannt().seiten.includes(name);
    return neu("label", "vergleichswahl", kaestchen, "Vergleichen");
  };

  const weg = (name, wort) => {
    const neuer = knopf("Entfernen", `Entfernen: ${wort}`, () => entferne(name));
    neuer.className = "entfernen";
    return neuer;
  };

  const eintrag = (name, nummer, seiten) => {
    const [art, wort, satz, ziel] = Kompass.seiten[name];
    const verweis = neu("a", "", wort);
    verweis.href = wurzel + ziel;
    const griffe = neu("div", "merkzettel-griffe",
      ...(art === "fall" ? [wahl(name)] : []),
      ...(seiten.length > 1
        ? [
            schieber(name, "hoch", "↑", "Nach oben", -1, nummer > 0),
            schieber(name, "runter", "↓", "Nach unten", 1, nummer < seiten.length - 1),
          ]
        : []),
      weg(name, wort));
    const text = neu("div", "merkzettel-worte", neu("p", "merkzettel-titel", verweis));
    text.append(neu("p", "merkzettel-satz", satz), neu("p", "merkzettel-adresse", adresse(name)));
    const punkt = neu("li", "", text, griffe);
    punkt.dataset.seite = name;
    return punkt;
  };

  const gruppe = (name, seiten, machePunkt) => {
    const kopf = neu("h2", "", name, neu("span", "merkzettel-anzahl", ` (${seiten.length})`));
    return neu("section", "", kopf, neu("ol", "", ...seiten.map(machePunkt)));
  };

  const fremder = (name) => {
    const punkt = neu("li", "", neu("div", "merkzettel-worte", neu("p", "merkzettel-titel", name)));
    punkt.append(neu("div", "merkzettel-griffe", weg(name, name)));
    punkt.dataset.seite = name;
    return punkt;
  };

  const zeige = () => {
    const teile = gruppen().map(({ titel: name, seiten }) => gruppe(name, seiten, eintrag));
    const fremd = korb.alle().filter((name) => !bekannt(name));
    if (fremd.length) teile.push(gruppe("In dieser Ausgabe nicht zu finden", fremd, fremder));
    liste.replaceChildren(...teile);
    const leer = !korb.alle().length;
    stelle("merkzettel-leer").hidden = !leer;
    stelle("merkzettel-gesperrt").hidden = !korb.gesperrt();
    for (const teil of seite.querySelectorAll("[data-braucht-seiten]")) teil.hidden = leer;
    klappfeld.hidden = true;
    zeigeWahl();
  };

  /* --- Vergleich -------------------------------------------------------------------------- */

  const namen = (seiten) => seiten.map((name) => `„${titel(name)}“`).join(", ");

  /* Kästchen und Sätze zur Auswahl; die Tabelle bleibt, wie sie ist. Antwortet mit der Auswahl. */
  const zeigeWahl = () => {
    const { seiten, zuviel, fremd } = vergleich.genannt();
    for (const kaestchen of liste.querySelectorAll(".vergleichswahl input"))
      kaestchen.checked = seiten.includes(kaestchen.value);
    stelle("vergleich-hinweis").textContent = [
      zuviel.length && `Nebeneinander passen drei Fälle. Nicht gezeigt: ${namen(zuviel)}.`,
      fremd.length && `Diese Fälle gibt es in dieser Ausgabe nicht: ${fremd.join(", ")}.`,
    ].filter(Boolean).join(" ");
    const genug = seiten.length > 1;
    const etwas = seiten.length + fremd.length || liste.querySelector(".vergleichswahl");
    stelle("merkzettel-vergleich").hidden = !etwas;
    stelle("vergleich-wenige").hidden = genug;
    stelle("vergleich-wenige").textContent = seiten.length
      ? `Gewählt ist ${namen(seiten)}. Wählen Sie einen zweiten Fall.`
      : "Wählen Sie in der Liste zwei oder drei Fälle zum Vergleichen aus.";
    for (const teil of seite.querySelectorAll("[data-braucht-vergleich]")) teil.hidden = !genug;
    stelle("vergleich-stand").textContent = genug ? `${seiten.length} Fälle stehen nebeneinander.` : "";
    return genug ? seiten : [];
  };

  const zeigeVergleich = async () => {
    const seiten = zeigeWahl();
    if (!seiten.length) return ort.replaceChildren();
    try {
      const tabelle = await vergleich.baue(seiten, wurzel, seite.dataset.stand);
      if (zeigeWahl().join() !== seiten.join()) return; /* inzwischen anders gewählt */
      ort.replaceChildren(tabelle);
      korb.richteEin(ort);
      dispatchEvent(new Event("resize")); /* kompass.js prüft, ob sich der Rahmen verschieben lässt */
    } catch {
      ort.replaceChildren(neu("p", "", "Die Angaben lassen sich nicht laden. Bitte laden Sie die Seite neu."));
    }
  };

  /* Passen alle gemerkten Fälle nebeneinander, stehen sie gleich da; eine Adresse mit Auswahl gilt zuerst. */
  const waehleVor = () => {
    const gemerkt = korb.alle().filter((name) => bekannt(name) && Kompass.seiten[name][0] === "fall");
    if (!location.hash && gemerkt.length > 1 && gemerkt.length <= vergleich.MEISTE) vergleich.nenne(gemerkt);
  };

  const waehle = (kaestchen) => {
    const seiten = vergleich.genannt().seiten;
    if (kaestchen.checked && seiten.length === vergleich.MEISTE) {
      kaestchen.checked = false;
      return melde(
        `Mehr als drei Fälle passen nicht nebeneinander. Nehmen Sie zuerst einen heraus: ${namen(seiten)}.`,
      );
    }
    meldung.replaceChildren();
    const andere = seiten.filter((name) => name !== kaestchen.value);
    vergleich.nenne(kaestchen.checked ? [...andere, kaestchen.value] : andere);
    zeigeVergleich();
  };

  /* --- Schaltflächen ------------------------------------------------------------------------ */

  /* Ohne Zwischenablage steht der Text markiert zum Kopieren da. */
  const kopiere = async (text, satz) => {
    try {
      await navigator.clipboard.writeText(text);
      melde(satz);
    } catch {
      melde("Ihr Browser lässt das Kopieren nicht zu. Der Text ist markiert: Drücken Sie Strg und C.");
      klappfeld.hidden = false;
      klappfeld.querySelector("textarea").value = text;
      klappfeld.querySelector("textarea").select();
    }
  };

  /* Nicht mehr als zehn Namen und von jedem nicht zu viel: Die Datei kann alles enthalten. */
  const aufgezaehlt = (fremd) => {
    const einige = fremd.slice(0, 10).map((name) => `„${name.slice(0, 80)}“`).join(", ");
    return fremd.length > 10 ? `${einige} und weitere` : einige;
  };

  const lade = (text) => {
    const datei = korbDatei.pruefe(text);
    if (datei.fehler) return melde(datei.fehler);
    const schon = korb.alle();
    const dazu = datei.bekannt.filter((name) => !schon.includes(name));
    korb.setze([...schon, ...dazu]);
    const hier = seite.dataset.ausgabe;
    const andere = datei.ausgabe !== hier && datei.ausgabe.slice(0, 20);
    const zahl = datei.bekannt.length - dazu.length;
    melde(
      ["Keine Seite ist neu dazugekommen.", "Eine Seite ist dazugekommen."][dazu.length] ??
        `${dazu.length} Seiten sind dazugekommen.`,
      zahl && (zahl === 1 ? "Eine Seite war schon gemerkt." : `${zahl} Seiten waren schon gemerkt.`),
      andere && `Die Datei stammt aus Ausgabe ${andere}; dies ist Ausgabe ${hier}.`,
      datei.fremd.length && `Nicht zu finden: ${aufgezaehlt(datei.fremd)}.`,
    );
  };

  const AKTIONEN = {
    drucken: () => print(),
    text: () =>
      kopiere(
        korbDatei.alsText(gruppen(), adresse),
        "Der Text ist kopiert. Fügen Sie ihn in eine E-Mail ein.",
      ),
    adresse: () =>
      kopiere(imNetz(seite.dataset.hier) + location.hash, "Die Adresse des Vergleichs ist kopiert."),
    sichern: () => {
      Kompass.datei.gib(korbDatei.NAME, korbDatei.alsDatei(seite.dataset.ausgabe));
      melde(`Gesichert als ${korbDatei.NAME}. Sie finden die Datei bei Ihren Downloads.`);
    },
    laden: () => Kompass.datei.waehle(korbDatei.GROESSTE, lade),
    leeren: () => {
      const vorher = korb.alle();
      korb.setze([]);
      meldeMitWegZurueck("Der Merkzettel ist leer.", vorher);
      meldung.querySelector("button").focus();
    },
  };

  seite.addEventListener("click", (ereignis) => {
    const { aktion, heraus } = ereignis.target.closest("button")?.dataset ?? {};
    AKTIONEN[aktion]?.();
    if (!heraus) return;
    vergleich.nenne(vergleich.genannt().seiten.filter((name) => name !== heraus));
    zeigeVergleich();
    document.getElementById("vergleich").focus();
  });
  seite.addEventListener("change", (ereignis) => {
    if (ereignis.target.matches(".vergleichswahl input")) waehle(ereignis.target);
    if (ereignis.target.matches(".nur-unterschiede"))
      ort.classList.toggle("nur-verschiedene", ereignis.target.checked);
  });
  document.addEventListener("kompass-korb", zeige);
  addEventListener("hashchange", zeigeVergleich);

  stelle("vergleich-adresse").hidden = vomStick;
  vergleich.bereit();
  const genannt = location.hash;
  waehleVor();
  zeige();
  zeigeVergleich();
  seite.classList.remove("wartet");
  if (genannt) document.getElementById("vergleich").scrollIntoView();
});
