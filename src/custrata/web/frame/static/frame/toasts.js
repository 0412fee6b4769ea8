// Toasts: what happened, with Undo where there is one; eight seconds, longer under pointer or focus. Never for errors of a form.
const SECONDS = 8;
const place = document.getElementById("toasts");

export function toast(said, { undo = "" } = {}) {
  if (!place) return;
  const made = document.createElement("div");
  made.className = "toast";
  made.append(said);
  if (undo) made.append(button(undo, made));
  place.append(made);
  stay(made);
}

function button(undo, made) {
  const found = document.createElement("button");
  found.type = "button";
  found.className = "btn mini";
  found.textContent = "Undo";
  found.addEventListener("click", async () => {
    found.disabled = true;
    const done = await fetch(undo, { method: "POST", headers: token() }).catch(() => null);
    made.remove();
    if (done?.ok) location.reload();
    else toast("It could not be undone. Load the page again to see how it stands.");
  });
  return found;
}

function stay(made) {
  let timer;
  const start = () => (timer = setTimeout(() => made.remove(), SECONDS * 1000));
  const stop = () => clearTimeout(timer);
  for (const kind of ["pointerenter", "focusin"]) made.addEventListener(kind, stop);
  for (const kind of ["pointerleave", "focusout"]) made.addEventListener(kind, start);
  start();
}

export function token() {
  const held = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
  return { ...held, "X-Requested-With": "fetch" };
}

const seen = new WeakSet();
function greet() {
  for (const said of document.querySelectorAll("[data-toast]")) {
    if (seen.has(said)) continue;
    seen.add(said);
    stay(said);
  }
}
greet();
document.addEventListener("htmx:oobAfterSwap", greet);

// A server says it in the header HX-Trigger: {"toast": {"said": "Block restored", "undo": "/w/…/"}}
document.addEventListener("toast", (event) => {
  const { said, value, undo } = event.detail;
  toast(said || value || "", { undo });
});
