/* Läuft, bevor etwas zu sehen ist: Wer schon etwas gemerkt hat oder einen Vergleich öffnet, sieht nicht
   erst den leeren Merkzettel. Die Liste kommt mit merkzettel.js. */
"use strict";

try {
  if (location.hash.startsWith("#vergleich=") || localStorage.getItem("kompass-korb") !== null)
    document.getElementById("kompass-merkzettel").classList.add("wartet");
} catch {
  /* Der Browser lässt nichts speichern: Es gibt keine Liste. */
}
