/* Wege von den Filtern eines Katalogs zu dem, was sie übrig lassen: mit der Tastatur an ihnen vorbei, auf
   dem Telefon aus den aufgeklappten heraus, aus einer verschickten Adresse gleich zum Stand der Auswahl. */
"use strict";

globalThis.Kompass ??= {};

Kompass.katalogWege = (rahmen, klappe) => {
  const stelle = (name) => rahmen.querySelector(name);
  const HALT = "a[href]:not([tabindex='-1']), button, summary, [tabindex='0']";

  /* Erst was man sieht: der erste Link der Ansicht, sonst der erste Ausweg. */
  const springe = () => {
    const orte = [...rahmen.querySelectorAll(".ansicht:not([hidden]), .katalog-leer:not([hidden])")];
    const halte = orte.flatMap((ort) => [...ort.querySelectorAll(HALT)]);
    halte.find((halt) => halt.checkVisibility())?.focus();
  };

  /* Das Ziel hat danach den Fokus: Die Schaltfläche ist mit den Filtern zugeklappt. */
  const zeigeTreffer = () => {
    klappe(stelle(".filter-auf"), false);
    stelle(".katalog-stand").scrollIntoView({ behavior: "instant" });
    stelle(".katalog-zahl").focus({ preventScroll: true });
  };

  /* Nur wer die Adresse öffnet: Nach „Zurück“ und beim Neuladen stellt der Browser die Stelle selbst her.
     Der Fokus bleibt am Anfang der Seite, damit Vorleseprogramme ihren Titel nennen. Gerollt wird erst, wenn
     die Auswahl gezeichnet ist: Sonst verschöbe sie vor aller Augen, was schon da war. */
  const zeigeStand = () => {
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
    const rolle = () => scrollY || stelle("form").scrollIntoView({ behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(rolle));
  };

  stelle(".filter-sprung").addEventListener("click", springe);
  stelle(".treffer-zeigen").addEventListener("click", zeigeTreffer);
  return { zeigeStand };
};
