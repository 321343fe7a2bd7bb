/* Was Objektpfad und Selbstcheck gemeinsam haben: Antworten aus Daten aufbauen und drucken.
   Alles entsteht als Text und Element, nie als HTML aus einer Zeichenkette. */
"use strict";

globalThis.Kompass ??= {};
Kompass.antwort = (() => {
  /* Ein Element mit Klasse und Inhalt; was leer ist, fällt weg. */
  const neu = (art, klasse, ...inhalt) => {
    const element = document.createElement(art);
    if (klasse) element.className = klasse;
    element.append(...inhalt.filter(Boolean));
    return element;
  };

  const verweis = ([, titel, adresse]) => {
    const link = neu("a", "", titel);
    link.href = adresse;
    return link;
  };

  const liste = (art, punkte) => neu(art, "antwortliste", ...punkte.map((punkt) => neu("li", "", ...punkt)));

  const knopf = (text, tun, klasse = "") => {
    const element = neu("button", klasse, text);
    element.type = "button";
    element.addEventListener("click", tun);
    return element;
  };

  /* Auf Papier kommt nur die Antwort, nicht die ganze Seite. */
  const drucke = () => {
    const wurzel = document.documentElement;
    wurzel.classList.add("druckt-antwort");
    addEventListener("afterprint", () => wurzel.classList.remove("druckt-antwort"), { once: true });
    print();
  };

  /* Der Merkzettel, wenn es ihn gibt; meldet, wie viele Seiten neu sind. */
  const merkknopf = (seiten, melde) => {
    if (!Kompass.korb) return null;
    return knopf("Alle Seiten auf den Merkzettel", () => {
      const neue = seiten.filter((seite) => !Kompass.korb.hat(seite));
      neue.forEach((seite) => Kompass.korb.lege(seite));
      const zahl = neue.length === 1 ? "Eine Seite liegt" : `${neue.length} Seiten liegen`;
      melde(neue.length ? `${zahl} jetzt auf dem Merkzettel.` : "Alle Seiten liegen schon auf dem Merkzettel.");
    });
  };

  return { neu, verweis, liste, knopf, drucke, merkknopf };
})();
