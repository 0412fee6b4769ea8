// On paper the numbers cannot open: what they would show becomes notes at the end.
const notes = document.getElementById("notes");

function note(id) {
  const pop = document.getElementById(id);
  if (!pop) return null;
  const facts = [...pop.querySelectorAll("dt")].map((dt) => `${dt.textContent} ${dt.nextElementSibling.textContent}`);
  const made = document.createElement("li");
  made.textContent = `${pop.getAttribute("aria-label")}. ${facts.join("; ")}`;
  return made;
}

function before() {
  if (!notes || notes.children.length) return;
  const places = new Map();
  for (const num of document.querySelectorAll("main .num[popovertarget]")) {
    const id = num.getAttribute("popovertarget");
    if (!places.has(id)) {
      const made = note(id);
      if (!made) continue;
      notes.append(made);
      places.set(id, notes.children.length);
    }
    const sign = document.createElement("sup");
    sign.textContent = places.get(id);
    num.append(sign);
  }
}

function after() {
  notes?.replaceChildren();
  for (const sign of document.querySelectorAll(".num > sup")) sign.remove();
}

window.addEventListener("beforeprint", before);
window.addEventListener("afterprint", after);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
