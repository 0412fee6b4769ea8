// How a person likes it: chosen at the face in the bar, seen at once, kept on the server.
import { toast, token } from "./toasts.js";

const form = document.querySelector("form[data-person]");
const root = document.documentElement;

function wear() {
  const chosen = new FormData(form);
  for (const name of ["theme", "density"]) {
    if (chosen.get(name)) root.dataset[name] = chosen.get(name);
    else delete root.dataset[name];
  }
  if (chosen.getAll("single_keys").includes("on")) delete root.dataset.keys;
  else root.dataset.keys = "off";
}

// One after another: of two choices on their way at once the first might be kept last.
let before = Promise.resolve();

function keep() {
  wear();
  before = before.then(send);
}

async function send() {
  const kept = await fetch(form.action, { method: "POST", body: new FormData(form), headers: token() }).catch(() => null);
  if (!kept?.ok || kept.redirected) toast("Your setting could not be kept. It holds for this page.");
}

export function choose(name, value) {
  const field = form?.querySelector(`[name="${name}"][value="${value}"]`);
  if (!field) return;
  field.checked = true;
  keep();
}

form?.addEventListener("change", keep);
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  keep();
});
