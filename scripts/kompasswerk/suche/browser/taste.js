/* „/“ führt von jeder Seite in das Suchfeld, ohne sichtbares Feld zur Suchseite. */
"use strict";

document.addEventListener("keydown", (ereignis) => {
  const tippt = ereignis.target.closest("input, textarea, select, [contenteditable]");
  if (ereignis.key !== "/" || ereignis.ctrlKey || ereignis.metaKey || ereignis.altKey || tippt) return;
  ereignis.preventDefault();
  const felder = [...document.querySelectorAll(".suchfeld input[type=search]")];
  const feld = felder.find((eines) => eines.checkVisibility({ visibilityProperty: true }));
  if (feld) feld.select();
  else location.href = document.querySelector(".suchfeld").action;
});
