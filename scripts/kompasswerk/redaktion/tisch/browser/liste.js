/* Die Liste aller Seiten: suchen, Bögen aus Word einlesen, beenden. */
"use strict";

(() => {
  const { oben, sende, sendeDatei } = Kompass.anfrage;
  const falte = (text) =>
    text.toLowerCase().replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue")
      .replaceAll("ß", "ss");

  const suche = document.getElementById("suche");
  const filtere = () => {
    const worte = falte(suche.value).split(/\s+/).filter(Boolean);
    let zahl = 0;
    for (const art of document.querySelectorAll("section.art")) {
      let hier = 0;
      for (const zeile of art.querySelectorAll("li")) {
        const text = falte(zeile.firstElementChild.textContent + zeile.children[1].textContent);
        zeile.hidden = !worte.every((wort) => text.includes(wort));
        if (!zeile.hidden) hier += 1;
      }
      art.classList.toggle("ohne", hier === 0);
      zahl += hier;
    }
    const treffer = zahl === 1 ? "1 Seite" : `${zahl || "Keine"} Seiten`;
    document.getElementById("treffer").textContent = worte.length ? treffer : "";
  };
  suche.addEventListener("input", filtere);

  /* --- Bögen ----------------------------------------------------------------------------- */

  const meldung = document.getElementById("bogenmeldung");
  const vergleich = document.getElementById("vergleich");
  const wahl = document.getElementById("bogen");

  const sage = (text, fehler = false) => {
    meldung.textContent = text;
    meldung.classList.toggle("meldung", fehler);
  };

  const uebernimm = async (schluessel) => {
    try {
      const { pfad } = await sende("uebernehmen", { schluessel });
      location.href = new URL(`seite/${pfad}`, oben);
    } catch (fehler) {
      sage(fehler.message, true);
    }
  };

  const zeige = (antwort) => {
    /* Der Vergleich kommt als fertiges, vom Programm entschärftes HTML. */
    const gelesen = new DOMParser().parseFromString(antwort.vergleich, "text/html");
    vergleich.replaceChildren(...gelesen.body.childNodes);
    if (!antwort.moeglich) return;
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.className = "haupt";
    knopf.textContent = antwort.neu ? "Seite anlegen" : "Änderungen übernehmen";
    knopf.addEventListener("click", () => uebernimm(antwort.schluessel));
    const reihe = document.createElement("p");
    reihe.className = "knoepfe";
    reihe.append(knopf);
    vergleich.prepend(reihe);
  };

  wahl.addEventListener("change", async () => {
    if (!wahl.files.length) return;
    sage("Der Bogen wird gelesen …");
    vergleich.replaceChildren();
    try {
      const antwort = await sendeDatei("einlesen", wahl.files[0]);
      sage(antwort.sagt);
      zeige(antwort);
    } catch (fehler) {
      sage(fehler.message, true);
    }
    wahl.value = "";
  });

  document.querySelector('[data-aktion="ende"]').addEventListener("click", async () => {
    await sende("ende", {}).catch(() => {});
    const satz = document.createElement("p");
    satz.className = "leitsatz";
    satz.textContent = "Die Redaktion ist beendet. Sie können dieses Fenster schließen.";
    document.body.replaceChildren(satz);
  });
})();
