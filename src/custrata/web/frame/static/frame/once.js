// A form that was sent is not sent again by the second click of an impatient hand; one of htmx minds itself.
const MEANWHILE = 3000;
const sent = new WeakMap();

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
  const asked = `${submitter?.name} ${submitter?.value}`;
  if (sent.get(form) === asked) return event.preventDefault();
  sent.set(form, asked);
  setTimeout(() => sent.delete(form), MEANWHILE);
});
