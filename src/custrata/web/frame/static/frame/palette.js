// The command palette: what is typed asks the server; arrows choose, Enter opens, Esc closes.
import { open } from "./dialogs.js";
import { leave, present } from "./present.js";
import { choose } from "./person.js";

const dialog = document.getElementById("palette");
const field = document.getElementById("palette-q");
const list = document.getElementById("palette-list");
const said = document.getElementById("palette-said");

const does = {
  present,
  leave,
  print: () => window.print(),
  keys: () => open(document.getElementById("keys")),
  "theme-dark": () => choose("theme", "dark"),
  "theme-light": () => choose("theme", "light"),
};

const options = () => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')];

function mark(at) {
  const all = options();
  all.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
  const chosen = all[at];
  if (chosen) {
    field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function move(step) {
  const all = options();
  if (!all.length) return;
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  mark((at + step + all.length) % all.length);
}

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open(dialog);
    }
  });
  dialog.addEventListener("opened", () => {
    field.select();
    field.focus();
    field.dispatchEvent(new Event("opened"));
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") options().find((o) => o.getAttribute("aria-selected") === "true")?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("htmx:afterSwap", () => {
    mark(0);
    const count = options().length;
    said.textContent = count === 1 ? "1 found" : `${count || "None"} found`;
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest('[role="option"]');
    if (!option || option.ariaDisabled) return;
    dialog.close();
    does[option.dataset.do]?.();
  });
}
