// The builder: comparisons that fit what is chosen, words to choose from, conditions moved by Alt and arrows.
const form = document.querySelector("#builder");

const fit = (row) => {
  const column = row.querySelector("select[name=column]");
  const test = row.querySelector("select[name=test]");
  const value = row.querySelector("input[name=value]");
  const kind = column.value === "group" ? "text" : column.selectedOptions[0]?.dataset.kind;
  for (const option of test.options) {
    const fits = !kind || option.dataset.kinds.split(" ").includes(kind);
    option.hidden = option.disabled = !fits;
  }
  if (test.selectedOptions[0]?.disabled) test.value = [...test.options].find((option) => !option.disabled).value;
  value.setAttribute("list", `words-${column.value || "none"}`);
  value.hidden = test.value === "known" || test.value === "unknown";
  value.inputMode = kind === "number" ? "decimal" : "text";
  value.placeholder = { number: "a number", day: test.value === "last_days" ? "days" : "2026-01-31", flag: "true or false" }[kind] ?? "a word";
};

if (form) {
  form.querySelectorAll("[data-condition]").forEach(fit);
  form.addEventListener("change", (event) => {
    const row = event.target.closest("[data-condition]");
    if (row) fit(row);
  });
  form.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const rows = [...form.querySelectorAll("[data-condition]")];
    const at = rows.indexOf(event.target.closest("[data-condition]"));
    const moved = event.key === "ArrowUp" ? rows[at] : rows[at + 1];
    const up = moved?.querySelector("button[value^='up:']:not([disabled])");
    if (at >= 0 && up) { event.preventDefault(); form.requestSubmit(up); }
  });
}
