/* Karte der Fälle: Bleiben nach einer Auswahl wenige übrig, rücken Punkte an ihren Ort zurück, wo Platz ist,
   und Namen erscheinen, die vorher keinen hatten. Zeigt die Karte alles, gilt die gezeichnete Ordnung. */
"use strict";

(() => {
  const [WEITE, PUNKT, LUFT] = [25, 7.5, 3]; // wie in karte/lage.py
  const [BEGINN, MITTE, ENDE] = ["start", "middle", "end"];

  const ortVon = (stelle) => stelle.dataset.ort.split(" ").map(Number);
  const gezeichnet = (punkt) => ["cx", "cy"].map((name) => Number(punkt.querySelector(".punkt").getAttribute(name)));
  const fern = ([x, y], [u, v]) => Math.hypot(u - x, v - y) >= WEITE;

  /* Wo jeder sichtbare Punkt steht: an seinem Ort, solange dort und an dem der anderen Platz ist. */
  const setze = (punkte) => {
    const lage = new Map(punkte.map((punkt) => [punkt, ortVon(punkt.parentElement)]));
    const zuEng = () =>
      punkte.filter(
        (punkt) =>
          lage.get(punkt).heim !== false &&
          punkte.some((anderer) => anderer !== punkt && !fern(lage.get(punkt), lage.get(anderer))),
      );
    for (let enge = zuEng(); enge.length; enge = zuEng())
      for (const punkt of enge) lage.set(punkt, Object.assign(gezeichnet(punkt), { heim: false }));
    return lage;
  };

  const rueckt = (punkt, [x, y], istDaheim) => {
    const [u, v] = gezeichnet(punkt);
    punkt.classList.toggle("daheim", istDaheim);
    punkt.setAttribute("transform", istDaheim ? `translate(${x - u} ${y - v})` : "translate(0 0)");
  };

  const kasten = ([x, y]) => ({ left: x - PUNKT, right: x + PUNKT, top: y - PUNKT, bottom: y + PUNKT });
  const deckt = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /* Rechts, links, unter oder über einem der Punkte, wo nichts anderes steht. */
  const schreibe = (name, orte, belegt, { width, height }) => {
    const breite = name.getComputedTextLength();
    for (const [x, y] of orte) {
      const weg = PUNKT + LUFT;
      const plaetze = [[x + weg, y + 4, BEGINN, 0], [x - weg, y + 4, ENDE, breite],
        [x, y + weg + 10, MITTE, breite / 2], [x, y - weg, MITTE, breite / 2]];
      for (const [links, unten, anker, davor] of plaetze) {
        const platz = { left: links - davor, right: links - davor + breite, top: unten - 12, bottom: unten + 3 };
        const draussen = platz.left < 1 || platz.right > width - 1 || platz.top < 1 || platz.bottom > height - 1;
        if (draussen || belegt.some((anderer) => deckt(platz, anderer))) continue;
        belegt.push(platz);
        for (const [was, wert] of [["x", links], ["y", unten], ["text-anchor", anker]]) name.setAttribute(was, wert);
        return true;
      }
    }
    return false;
  };

  const ordne = (bild) => {
    const punkte = [...bild.querySelectorAll(".stelle > a:not([hidden])")];
    const lage = setze(punkte);
    for (const punkt of punkte) rueckt(punkt, lage.get(punkt), lage.get(punkt).heim !== false);
    const belegt = [...lage.values()].map(kasten);
    for (const name of bild.querySelectorAll("text")) {
      const orte = punkte.filter((punkt) => punkt.parentElement === name.parentElement).map((punkt) => lage.get(punkt));
      name.classList.remove("ohne-platz");
      if (orte.length) name.classList.toggle("ohne-platz", !schreibe(name, orte, belegt, bild.viewBox.baseVal));
    }
  };

  /* Wie es gezeichnet war, ehe jemand etwas gewählt hat. */
  const merke = (bild) => {
    const namen = [...bild.querySelectorAll("text")].map((name) => [name, name.cloneNode()]);
    return () => {
      for (const punkt of bild.querySelectorAll(".stelle > a")) rueckt(punkt, [0, 0], false);
      for (const [name, war] of namen)
        for (const { name: was, value } of war.attributes) name.setAttribute(was, value);
    };
  };

  for (const bild of document.querySelectorAll(".fallkarte svg")) {
    const stelleHer = merke(bild);
    const richte = () => {
      if (!bild.querySelector("a[hidden]")) stelleHer();
      else if (bild.checkVisibility()) ordne(bild);
    };
    new MutationObserver(richte).observe(bild, { subtree: true, attributeFilter: ["hidden"] });
  }
})();
