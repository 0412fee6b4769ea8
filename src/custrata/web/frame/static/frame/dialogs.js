// Dialogs: what has data-opens="id" opens one; the platform keeps focus inside, Esc closes, focus goes back.
const openers = new WeakMap();

export function open(dialog, opener = document.activeElement) {
  if (!dialog || dialog.open) return;
  openers.set(dialog, opener);
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent("opened"));
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    event.preventDefault();
    open(document.getElementById(opener.dataset.opens), opener);
    return;
  }
  const dialog = event.target.closest("dialog[open]");
  if (!dialog) return;
  const outside = event.target === dialog && !within(dialog.getBoundingClientRect(), event);
  if (event.target.closest("[data-closes]") || outside) dialog.close();
});

document.addEventListener(
  "close",
  (event) => {
    const opener = openers.get(event.target);
    if (opener?.isConnected) opener.focus();
  },
  true,
);

function within(box, { clientX: x, clientY: y }) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
