// A chart answers to pointer, finger and focus: only then Vega is fetched, once, and draws over the picture without eval and without inline styles.
const GAP = 12;
let loading;

function bundle() {
  loading ??= import(document.body.dataset.vega);
  return loading;
}

const asked = new WeakSet();

async function wake(event) {
  const chart = event.target.closest?.(".chart[data-spec]");
  if (!chart?.dataset.spec || asked.has(chart)) return;
  asked.add(chart);
  try {
    const slim = chart.querySelector(".plot > .slim");
    const narrow = chart.dataset.narrow && slim && getComputedStyle(slim).display !== "none";
    const [spec] = await Promise.all([fetch(narrow ? chart.dataset.narrow : chart.dataset.spec).then((r) => (r.ok ? r.json() : Promise.reject(r.status))), bundle()]);
    await draw(chart.querySelector(".plot"), spec);
  } catch {
    asked.delete(chart); // the picture stays, and the next touch tries again
  }
}

async function draw(plot, spec) {
  const shown = [...plot.children].find((child) => getComputedStyle(child).display !== "none");
  const size = shown.viewBox.baseVal;
  const live = document.createElement("div");
  live.className = "live";
  live.setAttribute("aria-hidden", "true"); // the picture beneath says it already
  plot.append(live);
  const sized = spec.width === "container" ? { ...spec, width: size.width } : spec;
  await window.vegaEmbed(live, sized, {
    actions: false,
    ast: true,
    defaultStyle: false,
    renderer: "svg",
    tooltip: (_, event, __, value) => tip(event, value),
  });
  for (const text of live.querySelectorAll("[aria-label], [role]")) for (const name of ["role", "aria-label", "aria-roledescription"]) text.removeAttribute(name);
  plot.classList.add("drawn");
}

let box;

function tip(event, value) {
  box ??= document.getElementById("main").appendChild(Object.assign(document.createElement("div"), { className: "tip", popover: "manual" }));
  if (value === null || value === undefined || value === "") return box.hidePopover();
  box.replaceChildren(said(value));
  if (!box.matches(":popover-open")) box.showPopover();
  const { width, height } = box.getBoundingClientRect();
  const right = event.clientX + GAP + width < innerWidth ? event.clientX + GAP : event.clientX - GAP - width;
  const below = event.clientY + GAP + height < innerHeight ? event.clientY + GAP : event.clientY - GAP - height;
  box.style.left = `${Math.max(right, 0)}px`; // through the object model: the content policy forbids attributes alone
  box.style.top = `${Math.max(below, 0)}px`;
}

function said(value) {
  if (typeof value !== "object") return document.createTextNode(value);
  const list = document.createElement("dl");
  for (const [name, text] of Object.entries(value)) {
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = name.trim();
    dd.textContent = text;
    list.append(dt, dd);
  }
  return list;
}

for (const kind of ["pointerover", "focusin", "touchstart"]) document.addEventListener(kind, wake, { passive: true });
