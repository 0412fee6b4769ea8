// Single keys, unless the person has turned them off: ? lists them, g and a letter goes to a room, / filters, c and e press what is marked.
import { open } from "./dialogs.js";
import { present } from "./present.js";

const WAIT = 1200;
let going = 0;

const typing = (target) => target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])");

function press(event) {
  if (event.key === "?") return open(document.getElementById("keys"));
  if (event.key === "/") return focus(document.querySelector("[data-filter]") || document.querySelector('main input[type="search"]'));
  if (event.key === "p") return document.querySelector("main .sheet") && present();
  if (/^[a-z]$/.test(event.key)) return shortcut(event.key);
}

function shortcut(key) {
  const marked = document.querySelector(`[data-shortcut="${key}"]`);
  marked?.focus();
  marked?.click();
  return marked;
}

function focus(field) {
  if (!field) return open(document.getElementById("palette"));
  field.focus();
  field.select?.();
  return field;
}

function go(key) {
  const link = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (link) location.assign(link.href);
  return link;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.documentElement.dataset.keys === "off" || document.documentElement.dataset.mode === "present") return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const after = Date.now() - going < WAIT;
  going = 0;
  if (after && go(event.key)) return event.preventDefault();
  if (event.key === "g") going = Date.now();
  else if (press(event)) event.preventDefault();
});
