// The table by keyboard: j and k go from row to row, x picks, Enter opens, / filters; and what is picked is counted.
const table = document.querySelector("form[data-table]");
const off = () => document.documentElement.dataset.keys === "off";
const typing = (node) => node.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

if (table) {
  const rows = [...table.querySelectorAll("tr[data-row]")];
  const all = table.querySelector("[data-all]");
  const said = table.querySelector("[data-picked]");
  const bulk = table.querySelector(".bulk");
  const some = table.querySelector("input[name=scope][value=picked]");
  const boxes = () => rows.map((row) => row.querySelector("input[name=id]")).filter(Boolean);

  const show = () => {
    const picked = boxes().filter((box) => box.checked);
    rows.forEach((row) => row.setAttribute("aria-selected", String(Boolean(row.querySelector("input[name=id]:checked")))));
    if (said) said.textContent = picked.length ? `${picked.length} picked` : "Picked rows";
    // With scripts the bar stands only while rows are picked.
    if (bulk) bulk.hidden = !picked.length;
    if (!picked.length && some) some.checked = true;
    if (all) {
      all.checked = picked.length === boxes().length && picked.length > 0;
      all.indeterminate = picked.length > 0 && !all.checked;
    }
  };
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => { boxes().forEach((box) => { box.checked = all.checked; }); show(); });
  }
  table.addEventListener("change", show);
  show();

  const here = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (step) => {
    const next = rows[Math.min(Math.max(here() + step, 0), rows.length - 1)];
    next.querySelector("th a").focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const acts = {
    j: () => go(1),
    k: () => go(here() < 0 ? 1 : -1),
    x: () => {
      const box = rows[here()]?.querySelector("input[name=id]");
      if (box) { box.checked = !box.checked; show(); }
    },
  };
  document.addEventListener("keydown", (event) => {
    if (off() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
    const act = acts[event.key];
    if (act) { event.preventDefault(); act(); }
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || off() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const filter = document.querySelector("#add-filter");
  if (!filter) return;
  event.preventDefault();
  filter.parentElement.open = true;
  document.querySelector("#add")?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.opens[open]").forEach((open) => { open.open = false; open.querySelector("summary").focus(); });
});

// The address says the columns as one word, so that it stays short.
document.querySelector("form[data-columns]")?.addEventListener("formdata", (event) => {
  const chosen = event.formData.getAll("columns");
  event.formData.delete("columns");
  if (chosen.length) event.formData.set("columns", chosen.join(","));
});
