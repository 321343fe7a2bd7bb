/* Kompass Leerstand: gewählte Farben, bevor etwas zu sehen ist. */
"use strict";

try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  document.body.dataset.theme = "auto"; /* Der Browser lässt nichts speichern. */
}
