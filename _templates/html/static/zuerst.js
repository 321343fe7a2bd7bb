/* Kompass Leerstand: was gelten muss, bevor etwas zu sehen ist. Läuft am Anfang der Seite. */
"use strict";

/* Von Anfang an stehen die Schaltflächen da, die Skripte brauchen; später schöben sie den Text. */
document.documentElement.classList.remove("no-js");

/* Gewählte Farben. */
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  document.body.dataset.theme = "auto"; /* Der Browser lässt nichts speichern. */
}
