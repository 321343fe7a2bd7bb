/* Kompass Leerstand: kurze Vorschau von Begriffen. Ein Begriff im Text ist ein Link ins Glossar;
   Zeiger und Tastatur zeigen seine Erklärung, der erste Fingertipp zeigt sie mit einem Link. Die
   Erklärungen stehen in begriffe.js, das erst geladen wird, wenn die Seite ruht.
   WCAG 1.4.13: Esc schließt, der Zeiger darf in den Kasten, der Kasten bleibt, solange man dort ist. */
"use strict";

(() => {
  const WARTE_AUF = 250;
  const WARTE_ZU = 200;
  const links = () => [...document.querySelectorAll('[role="main"] a[href*="#term-"]:has(> .std-term)')];
  const begriff = (link) => Kompass.begriffe?.[decodeURIComponent(link.hash.slice(1))];
  let kasten, offen, uhr, zeiger;

  const baue = () => {
    kasten = document.createElement("div");
    kasten.className = "begriff-vorschau";
    kasten.hidden = true;
    kasten.addEventListener("pointerenter", () => clearTimeout(uhr));
    kasten.addEventListener("pointerleave", spaeterZu);
    document.body.append(kasten);
  };

  /* Unter dem Begriff, und über ihm, wo unten kein Platz ist; nie breiter als der Bildschirm. */
  const lege = (link) => {
    const ort = link.getClientRects()[0];
    const rand = 16;
    const links_ = Math.min(ort.left, document.documentElement.clientWidth - kasten.offsetWidth - rand);
    const unten = ort.bottom + 4;
    const passt = unten + kasten.offsetHeight < innerHeight || ort.top < kasten.offsetHeight + rand;
    const oben = passt ? unten : ort.top - kasten.offsetHeight - 4;
    kasten.style.setProperty("left", `${Math.max(rand, links_) + scrollX}px`);
    kasten.style.setProperty("top", `${oben + scrollY}px`);
  };

  const absatz = (name, text) => {
    const zeile = document.createElement("p");
    zeile.className = name;
    zeile.textContent = text;
    return zeile;
  };

  const zeige = (link, mitLink) => {
    const gefunden = begriff(link);
    clearTimeout(uhr);
    if (!gefunden || (offen === link && !mitLink)) return;
    schliesse();
    if (!kasten) baue();
    const erklaerung = absatz("begriff-erklaerung", gefunden[1]);
    erklaerung.id = "kompass-begriff";
    kasten.replaceChildren(absatz("begriff-name", gefunden[0]), erklaerung);
    if (mitLink) {
      const weiter = document.createElement("a");
      weiter.href = link.href;
      weiter.textContent = "Im Glossar";
      kasten.append(weiter);
      link.after(kasten); // damit die Tabulatortaste vom Begriff zum Link führt
    } else {
      document.body.append(kasten);
    }
    kasten.toggleAttribute("data-mit-link", mitLink);
    kasten.hidden = false;
    lege(link);
    link.setAttribute("aria-describedby", erklaerung.id);
    offen = link;
  };

  const schliesse = () => {
    clearTimeout(uhr);
    if (!offen) return;
    offen.removeAttribute("aria-describedby");
    kasten.hidden = true;
    document.body.append(kasten);
    offen = undefined;
  };

  const spaeter = (was, nach) => {
    clearTimeout(uhr);
    uhr = setTimeout(was, nach);
  };
  const spaeterZu = () => {
    if (offen && document.activeElement !== offen) spaeter(schliesse, WARTE_ZU);
  };

  const richteEin = (link) => {
    link.addEventListener("pointerdown", (ereignis) => (zeiger = ereignis.pointerType));
    link.addEventListener("pointerenter", (ereignis) => {
      if (ereignis.pointerType === "mouse") spaeter(() => zeige(link, false), WARTE_AUF);
    });
    link.addEventListener("pointerleave", (ereignis) => {
      if (ereignis.pointerType !== "mouse") return;
      clearTimeout(uhr);
      spaeterZu();
    });
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible") && zeiger !== "touch") zeige(link, false);
    });
    link.addEventListener("blur", (ereignis) => {
      if (!kasten?.contains(ereignis.relatedTarget)) schliesse();
    });
    link.addEventListener("click", (ereignis) => {
      const finger = zeiger === "touch";
      zeiger = undefined;
      if (!finger || offen === link || !begriff(link)) return;
      ereignis.preventDefault();
      zeige(link, true);
    });
  };

  const lade = () => {
    const skript = document.createElement("script");
    skript.src = document.querySelector("[data-begriffe]").dataset.begriffe;
    document.head.append(skript);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const gefunden = links();
    if (!gefunden.length) return;
    gefunden.forEach(richteEin);
    (globalThis.requestIdleCallback ?? setTimeout)(lade);
    document.addEventListener("keydown", (ereignis) => {
      if (ereignis.key === "Escape") schliesse();
    });
    document.addEventListener("pointerdown", (ereignis) => {
      if (offen && !kasten.contains(ereignis.target) && !offen.contains(ereignis.target)) schliesse();
    });
    addEventListener("resize", schliesse);
  });
})();
