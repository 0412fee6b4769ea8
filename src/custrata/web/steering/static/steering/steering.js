/* Answers that say what went wrong are shown where the edit was made; a review shows its clock. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409 || event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

/* What is being typed or chosen while an answer arrives stays, and what was typed is saved when the field is left. */
let typing = [];
const told = (form) => [...form.querySelectorAll("input[type=hidden]")].filter(({ name }) => !["csrfmiddlewaretoken", "base", "was"].includes(name)).map(({ value }) => value);
/* By what a field is known in the room that comes: its id, or its form, what the form is about, and its name. */
const known = (field) => field.id || JSON.stringify([field.form?.getAttribute("action"), field.form ? told(field.form) : [], field.name]);
const fieldsOf = (room) => [...room.querySelectorAll("input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea")].filter((field) => field.form && field.name);
const stood = (field) => (field.matches("select") ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value : field.defaultValue);
/* Of the form that was sent, and of its like that came since, only what was typed on after it was sent. */
const sent = (form, { elt, formData, path }) => form === elt || (form.getAttribute("action") === path && told(form).every((value) => [...formData.values()].includes(value)));
const unsent = (field, asked) => !asked?.formData || !sent(field.form, asked) || (asked.formData.has(field.name) && asked.formData.get(field.name) !== field.value);
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "room" || !event.detail.shouldSwap) return;
  typing = fieldsOf(event.detail.target).filter((field) => field.value !== stood(field) && unsent(field, event.detail.requestConfig)).map((field) => [known(field), field.value]);
});

/* Two edits at once: an answer to the first that comes after the second would show what stood before it. The room is read anew
   then; what was refused stays before somebody until it is answered. */
let under = 0;
let crossed = false;
let refused = false;
const ofRoom = (event) => event.detail.target?.id === "room";
document.addEventListener("htmx:beforeSend", (event) => {
  if (!ofRoom(event)) return;
  if (!under) refused = false;
  crossed ||= under > 0;
  under += 1;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!ofRoom(event)) return;
  if (refused) event.detail.shouldSwap = false;
  refused ||= event.detail.xhr.status === 409 || event.detail.xhr.status === 422;
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (!ofRoom(event)) return;
  under = Math.max(0, under - 1);
  if (under || !crossed) return;
  crossed = false;
  if (!refused) htmx.ajax("GET", location.pathname + location.search, { target: "#room", select: "#room > *", swap: "innerHTML" });
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "room") return;
  const fields = fieldsOf(event.detail.target);
  for (const [name, value] of typing) {
    const field = fields.find((one) => known(one) === name);
    if (!field || field.value === value) continue;
    field.value = value;
    // A value that a script has set sends no change of its own accord.
    const send = () => { if (field.isConnected && field.value === value) field.dispatchEvent(new Event("change", { bubbles: true })); };
    if (field === document.activeElement) field.addEventListener("blur", send, { once: true });
    else if (field.form?.matches(".typed")) send();
  }
  typing = [];
});

function clock() {
  for (const place of document.querySelectorAll("[data-began]")) {
    const gone = Math.max(0, Math.floor((Date.now() - Number(place.dataset.began) * 1000) / 1000));
    const words = `${Math.floor(gone / 60)}:${String(gone % 60).padStart(2, "0")}`;
    const whole = Number(place.dataset.minutes);
    place.querySelector("[data-gone]").textContent = whole ? `${words} gone of ${whole}:00` : words;
    const bar = place.querySelector("progress");
    if (bar) bar.value = Math.min(gone, whole * 60);
    place.toggleAttribute("data-over", whole > 0 && gone > whole * 60);
  }
}
if (document.querySelector("[data-began]")) { clock(); setInterval(clock, 1000); }

/* What is typed and not yet kept survives a lost connection: it comes back with the page. */
const key = (field) => `steering:${document.body.dataset.me}:${location.pathname}:${field.dataset.draft}`;
function back(root) {
  for (const field of root.querySelectorAll("[data-draft]")) {
    try { if (!field.value) field.value = localStorage.getItem(key(field)) || ""; } catch { return; }
  }
}
document.addEventListener("input", (event) => {
  const field = event.target.closest?.("[data-draft]");
  if (field) try { localStorage.setItem(key(field), field.value); } catch { /* private windows keep nothing */ }
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig: asked } = event.detail;
  if (xhr.status >= 300) return;
  for (const field of asked?.elt?.querySelectorAll?.("[data-draft]") || [])
    if (asked.formData?.get(field.name) === field.value) try { localStorage.removeItem(key(field)); } catch { return; }
});
document.addEventListener("htmx:afterSwap", (event) => back(event.target));
back(document);
