// The query behind a number opens in its popover; without scripts the link leads to a page.
import { toast } from "./toasts.js";

async function show(link) {
  const place = link.closest(".pop");
  const shown = place.querySelector("pre");
  if (shown) return shown.focus();
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) return toast("The query could not be read. Try again.");
  const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("pre");
  place.append(part);
  part.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".pop a.query");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link);
});
