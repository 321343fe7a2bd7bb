/* Kompass Leerstand: was die Seiten im Browser können. Ohne JavaScript bleibt alles lesbar. */
"use strict";

(() => {
  const vergleich = new Intl.Collator("de", { numeric: true, sensitivity: "base" });

  /* Tabellen sortieren: Jede Spalte von „sortierbar“ erhält eine Schaltfläche. */
  const sortiere = (tabelle, spalte, kopf) => {
    const aufsteigend = kopf.getAttribute("aria-sort") !== "ascending";
    const zeilen = [...tabelle.tBodies[0].rows];
    const wert = (zeile) => zeile.cells[spalte].textContent.trim();
    zeilen.sort((a, b) => vergleich.compare(wert(a), wert(b)) * (aufsteigend ? 1 : -1));
    tabelle.tBodies[0].append(...zeilen);
    for (const anderer of tabelle.tHead.rows[0].cells) anderer.removeAttribute("aria-sort");
    kopf.setAttribute("aria-sort", aufsteigend ? "ascending" : "descending");
  };

  const machSortierbar = (tabelle) => {
    [...tabelle.tHead.rows[0].cells].forEach((kopf, spalte) => {
      const knopf = document.createElement("button");
      knopf.type = "button";
      knopf.className = "sortierknopf";
      knopf.title = "Nach dieser Spalte sortieren";
      knopf.textContent = kopf.textContent.trim();
      knopf.addEventListener("click", () => sortiere(tabelle, spalte, kopf));
      kopf.replaceChildren(knopf);
    });
  };

  /* Rahmen, die nichts zu verschieben haben, sind kein Halt für die Tabulatortaste. In den anderen
     rollt ein Link, der den Fokus erhält, nicht unter die Spalte, die stehen bleibt. */
  const pruefeRahmen = () => {
    for (const rahmen of document.querySelectorAll(".table-wrapper, pre")) {
      const verschiebbar = rahmen.scrollWidth > rahmen.clientWidth + 1;
      rahmen.classList.toggle("verschiebbar", verschiebbar);
      if (verschiebbar) rahmen.tabIndex = 0;
      else rahmen.removeAttribute("tabindex");
      const bleibt = verschiebbar && rahmen.querySelector("tbody th");
      rahmen.style.scrollPaddingLeft = bleibt ? `${bleibt.offsetWidth}px` : "";
    }
  };

  /* Leisten auf schmalen Bildschirmen: Kapitel links, Seiteninhalt rechts. */
  const leiste = (knopf) => document.getElementById(knopf.getAttribute("aria-controls"));
  const knoepfe = () => [...document.querySelectorAll(".leiste-knopf")];

  const schliesse = (zurueck) => {
    const offen = knoepfe().find((knopf) => knopf.getAttribute("aria-expanded") === "true");
    if (!offen) return;
    offen.setAttribute("aria-expanded", "false");
    leiste(offen).classList.remove("offen");
    document.querySelector(".leiste-schatten").hidden = true;
    if (zurueck) offen.focus();
  };

  const oeffne = (knopf) => {
    schliesse(false);
    knopf.setAttribute("aria-expanded", "true");
    leiste(knopf).classList.add("offen");
    document.querySelector(".leiste-schatten").hidden = false;
    leiste(knopf).querySelector(".leiste-zu").focus();
  };

  const richteLeistenEin = () => {
    for (const knopf of knoepfe()) {
      knopf.addEventListener("click", () =>
        knopf.getAttribute("aria-expanded") === "true" ? schliesse(true) : oeffne(knopf),
      );
      leiste(knopf).addEventListener("click", (ereignis) => {
        if (ereignis.target.closest("a")) schliesse(false);
        if (ereignis.target.closest(".leiste-zu")) schliesse(true);
      });
      leiste(knopf).addEventListener("focusout", (ereignis) => {
        const ziel = ereignis.relatedTarget;
        if (ziel && !leiste(knopf).contains(ziel)) schliesse(false);
      });
    }
    document.querySelector(".leiste-schatten")?.addEventListener("click", () => schliesse(true));
    document.addEventListener("keydown", (ereignis) => {
      if (ereignis.key === "Escape") schliesse(true);
    });
  };

  /* Was zugeklappt ist, wird zum Drucken geöffnet und danach wieder geschlossen. */
  const geoeffnet = [];
  const oeffneZumDrucken = () => {
    for (const teil of document.querySelectorAll("details:not([open])")) {
      teil.open = true;
      geoeffnet.push(teil);
    }
  };
  const schliesseNachDruck = () => {
    while (geoeffnet.length) geoeffnet.pop().open = false;
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("table.sortierbar").forEach(machSortierbar);
    richteLeistenEin();
    pruefeRahmen();
    /* Die Navigation zeigt zuerst, wo man ist. */
    const hier = document.querySelector('.kapitel [aria-current="page"]');
    const rolle = document.querySelector(".sidebar-scroll");
    if (hier && hier.offsetTop > rolle.offsetTop + rolle.clientHeight * 0.8) {
      const oben = hier.offsetTop - rolle.clientHeight / 3;
      const zeilen = [...rolle.querySelectorAll("a, .teil")]; // oben steht keine halbe
      const top = zeilen.find((zeile) => zeile.offsetTop >= oben).offsetTop - rolle.offsetTop;
      rolle.scrollTo({ top, behavior: "instant" }); // Furo rollt sonst vor aller Augen
    }
  });
  addEventListener("load", pruefeRahmen);
  addEventListener("resize", pruefeRahmen);
  addEventListener("kompass-ansicht", pruefeRahmen);
  addEventListener("beforeprint", oeffneZumDrucken);
  addEventListener("afterprint", schliesseNachDruck);
})();
