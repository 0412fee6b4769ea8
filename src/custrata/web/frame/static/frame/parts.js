// Parts of a page that change: what is refused is said where it arose, what was typed stays, focus is kept.
import { toast } from "./toasts.js";

const BROKEN = 500;

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt } = event.detail;
  if (xhr.status < 400) return;
  const refused = xhr.getResponseHeader("X-Refusal");
  if (refused || xhr.status >= BROKEN) {
    event.detail.shouldSwap = false;
    say(event.detail.requestConfig?.elt || elt, refused ? xhr.responseText : "");
  } else event.detail.shouldSwap = true; // a form again, with its errors beside its fields
  event.detail.isError = false;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  slot(event.detail.elt)?.replaceChildren();
});

for (const kind of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(kind, () => toast("The server was not reached. What you typed is still here; try again."));

// Where the focused element was swapped away and its like came back, focus goes there; else to a new heading that asks for it.
let held = "";
document.addEventListener("htmx:beforeSwap", (event) => {
  const focused = document.activeElement;
  held = event.detail.target?.contains(focused) ? focused.id || focused.name || "" : "";
});
document.addEventListener("htmx:afterSettle", (event) => {
  const asked = event.detail.elt.querySelector?.("[data-focus]");
  if (asked) return asked.focus();
  if (!held || document.activeElement !== document.body) return;
  (document.getElementById(held) || document.getElementsByName(held)[0])?.focus();
  held = "";
});

function slot(elt) {
  return elt?.closest("form, dialog, section")?.querySelector("[data-refusal]");
}

function say(elt, text) {
  const home = elt?.closest("form, dialog, section") || document.getElementById("main");
  let place = home.querySelector("[data-refusal]");
  if (!place) {
    place = document.createElement("div");
    place.dataset.refusal = "";
    place.setAttribute("role", "alert");
    home.prepend(place);
  }
  const parsed = new DOMParser().parseFromString(text, "text/html").querySelector(".refusal");
  const made = parsed || Object.assign(document.createElement("p"), { className: "refusal", textContent: "Something broke here; nothing that was saved is lost. Try again." });
  place.replaceChildren(made);
  place.scrollIntoView({ block: "nearest" });
}
