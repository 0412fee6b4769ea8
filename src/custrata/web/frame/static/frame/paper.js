// On paper the numbers cannot open: what they would show becomes notes at the end, one for each measure and period.
// Who is counted, how many and how surely stands at the foot of each sheet; a number wears its note once a sheet.
const notes = document.getElementById("notes");
const BESIDE = new Set(["n", "Interval", "Fresh", "Written", "Follows from"]);

function told(id) {
  const pop = document.getElementById(id);
  if (![...(pop?.querySelectorAll("dt") || [])].some((dt) => dt.textContent === "Meaning")) return null;
  const name = (pop.querySelector(".t + p") || pop).textContent;
  const facts = [...pop.querySelectorAll("dt")].filter((dt) => !BESIDE.has(dt.textContent));
  const words = facts.map((dt) => (dt.textContent === "Meaning" ? "" : `${dt.textContent} `) + dt.nextElementSibling.textContent);
  return `${name.split(", ")[0]}. ${words.join(" · ")}`;
}

function before() {
  if (!notes || notes.children.length) return;
  const places = new Map();
  const worn = new Set();
  for (const num of document.querySelectorAll("main .num[popovertarget]")) {
    const words = num.offsetParent && told(num.getAttribute("popovertarget"));
    if (!words) continue;
    if (!places.has(words)) {
      notes.append(Object.assign(document.createElement("li"), { textContent: words }));
      places.set(words, notes.children.length);
    }
    const sheet = num.closest(".sheet, .block, .tile, .head") || document.body;
    sheet.dataset.sheet ??= `${worn.size}`;
    const mark = `${sheet.dataset.sheet} ${places.get(words)}`;
    if (worn.has(mark)) continue;
    worn.add(mark);
    num.append(Object.assign(document.createElement("sup"), { textContent: places.get(words) }));
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
