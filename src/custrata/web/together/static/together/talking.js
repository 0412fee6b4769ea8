// Comments: names after "@" are completed, and what was typed is kept until it is sent.
// It is kept for its person: who comes in after somebody in the same browser is not shown it.
const PREFIX = `custrata.draft.${document.body.dataset.me}.`;
let people, invite;

const fieldOf = (event) => event.target.closest?.("textarea[data-names]");
const kept = (field) => PREFIX + field.dataset.draft;

function keep(field) {
  if (!field.dataset.draft) return;
  try {
    if (field.value.trim()) localStorage.setItem(kept(field), field.value);
    else localStorage.removeItem(kept(field));
  } catch { /* a browser that keeps nothing loses nothing else */ }
}

function restore(root) {
  for (const field of root.querySelectorAll("textarea[data-draft]")) {
    if (field.value) continue;
    let found = null;
    try { found = localStorage.getItem(kept(field)); } catch { return; }
    if (!found) continue;
    field.value = found;
    const answer = field.closest("details");
    if (answer) answer.open = true;
  }
}

// What was typed on while the answer was on its way was not sent: it stays.
function forget(form, sent) {
  const field = form?.querySelector?.("textarea[data-draft]");
  if (!field || (sent && sent.get(field.name) !== field.value)) return;
  try { localStorage.removeItem(kept(field)); } catch { /* as above */ }
}

function word(field) {
  const before = field.value.slice(0, field.selectionStart);
  const found = /(^|[^\w])@([^@\n]{0,40})$/.exec(before);
  return found ? { start: before.length - found[2].length, text: found[2].toLowerCase() } : null;
}

function close(field) {
  document.getElementById(`names-${field.id}`)?.remove();
  for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) field.removeAttribute(name);
}

async function known(field) {
  if (people) return people;
  const answer = await fetch(field.closest("[data-people]").dataset.people, { headers: { Accept: "application/json" } });
  ({ people, invite } = answer.ok ? await answer.json() : { people: [], invite: null });
  return people;
}

// Nobody fits: say who can be named, or how somebody comes in. A sentence that goes on is no search.
function explain(field, sought) {
  if (invite === null || /\s/.test(sought.text) || sought.text.length > 20) return;
  const note = document.createElement("p");
  note.className = "names small";
  note.id = `names-${field.id}`;
  note.setAttribute("role", "status");
  if (people.length) {
    const few = people.slice(0, 5).map((one) => one.name).join(", ");
    note.append(`Nobody here is called “${sought.text}”. You can name ${few}${people.length > 5 ? " and others" : ""}.`);
  } else note.append("You are alone in this workspace, so there is nobody to name. ");
  if (invite) note.append(people.length ? " " : "", Object.assign(document.createElement("a"), { href: invite, textContent: "Invite somebody" }));
  else if (!people.length) note.append("An admin invites people under Settings, People.");
  note.addEventListener("mousedown", (event) => event.preventDefault());
  field.after(note);
}

async function complete(field) {
  const sought = word(field);
  if (!sought) return close(field);
  const fit = (await known(field)).filter((one) => one.name.toLowerCase().startsWith(sought.text)).slice(0, 8);
  close(field);
  if (word(field)?.text !== sought.text) return;
  if (!fit.length) return explain(field, sought);
  const list = document.createElement("div");
  list.className = "names";
  list.id = `names-${field.id}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People of this workspace");
  fit.forEach((one, at) => {
    const line = document.createElement("div");
    line.setAttribute("role", "option");
    line.id = `${list.id}-${at}`;
    line.dataset.name = one.name;
    line.setAttribute("aria-selected", at === 0 ? "true" : "false");
    line.textContent = one.name;
    if (one.function) { const small = document.createElement("small"); small.textContent = ` ${one.function}`; line.append(small); }
    line.addEventListener("pointerdown", (event) => { event.preventDefault(); take(field, one.name); });
    list.append(line);
  });
  field.parentElement.append(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-activedescendant", `${list.id}-0`);
}

function take(field, name) {
  const sought = word(field);
  if (!sought) return;
  field.setRangeText(`${name} `, sought.start, field.selectionStart, "end");
  close(field);
  keep(field);
  field.focus();
}

function move(field, by) {
  const lines = [...document.querySelectorAll(`#${CSS.escape(field.getAttribute("aria-controls"))} [role=option]`)];
  const at = lines.findIndex((line) => line.getAttribute("aria-selected") === "true");
  const next = lines[(at + by + lines.length) % lines.length];
  lines.forEach((line) => line.setAttribute("aria-selected", line === next ? "true" : "false"));
  field.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("input", (event) => { const field = fieldOf(event); if (field) { keep(field); complete(field); } });
document.addEventListener("focusout", (event) => { const field = fieldOf(event); if (field && !event.relatedTarget?.closest(".names")) close(field); });
document.addEventListener("keydown", (event) => {
  const field = fieldOf(event);
  if (!field) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); field.form.requestSubmit(); return; }
  if (event.key === "Escape" && document.getElementById(`names-${field.id}`)) { event.stopPropagation(); return close(field); }
  if (!field.hasAttribute("aria-controls")) return;
  const chosen = document.getElementById(field.getAttribute("aria-activedescendant"));
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(field, event.key === "ArrowDown" ? 1 : -1); }
  else if ((event.key === "Enter" || event.key === "Tab") && chosen) { event.preventDefault(); take(field, chosen.dataset.name); }
});
// Before the swap, since the form that was sent is gone after it.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (xhr.status < 300 && !xhr.responseText.includes('role="alert"')) forget(requestConfig?.elt, requestConfig?.formData);
});
document.addEventListener("htmx:afterSwap", (event) => restore(event.target.parentElement ?? document));
document.addEventListener("submit", (event) => { if (!event.target.hasAttribute("hx-post")) forget(event.target); });
restore(document);
