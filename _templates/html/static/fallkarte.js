/* Karte der Fälle: Wer in der Liste steht, sieht seinen Punkt auf der Karte, und umgekehrt.
   Ohne JavaScript führen Punkte und Liste ebenso zu den Fällen. */
"use strict";

(() => {
  for (const karte of document.querySelectorAll(".fallkarte")) {
    const zeige = (ereignis, an) => {
      const eintrag = ereignis.target.closest("[data-seite]");
      if (!eintrag) return;
      for (const anderer of karte.querySelectorAll("[data-seite]"))
        if (anderer.dataset.seite === eintrag.dataset.seite)
          anderer.classList.toggle("gezeigt", an && anderer !== eintrag);
    };
    for (const name of ["focusin", "pointerover"])
      karte.addEventListener(name, (ereignis) => zeige(ereignis, true));
    for (const name of ["focusout", "pointerout"])
      karte.addEventListener(name, (ereignis) => zeige(ereignis, false));
  }
})();
