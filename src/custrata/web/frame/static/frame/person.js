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

async function keep() {
  wear();
  const kept = await fetch(form.action, { method: "POST", body: new FormData(form), headers: token() }).catch(() => null);
  if (!kept?.ok) toast("Your setting could not be kept. It holds for this page.");
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
