// A request that takes longer than a blink says so: <html data-waits> draws a line beneath the bar.
const PATIENCE = 300;
const root = document.documentElement;
let open = 0;
let timer;

function begin() {
  open += 1;
  if (open === 1) timer = setTimeout(() => root.toggleAttribute("data-waits", true), PATIENCE);
}

function end() {
  open = Math.max(0, open - 1);
  if (open) return;
  clearTimeout(timer);
  root.removeAttribute("data-waits");
}

document.addEventListener("htmx:beforeSend", begin);
document.addEventListener("htmx:afterRequest", end);
