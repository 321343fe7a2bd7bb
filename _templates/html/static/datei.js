/* Dateien sichern und öffnen, ohne dass etwas gesendet wird. */
"use strict";

globalThis.Kompass ??= {};

Kompass.datei = (() => {
  const gib = (name, text) => {
    const adresse = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const verweis = document.createElement("a");
    verweis.href = adresse;
    verweis.download = name;
    document.body.append(verweis);
    verweis.click();
    verweis.remove();
    setTimeout(() => URL.revokeObjectURL(adresse), 10000);
  };

  /* Lässt eine Datei wählen; ihr Text geht an „nimm“, ist sie zu groß, null. */
  const waehle = (groesste, nimm) => {
    const wahl = document.createElement("input");
    wahl.type = "file";
    wahl.accept = ".json,application/json";
    wahl.addEventListener("change", async () => {
      const [gewaehlt] = wahl.files;
      nimm(gewaehlt.size > groesste ? null : await gewaehlt.text());
    });
    wahl.click();
  };

  return { gib, waehle };
})();
