// Comes in by itself in a window that somebody sees: what only looks ahead at links uses nothing up.
const form = document.querySelector("[data-enter]");

const come = () => {
  if (document.prerendering || document.visibilityState !== "visible" || form.dataset.enter === "gone") return;
  form.dataset.enter = "gone";
  form.requestSubmit();
};

if (form) {
  come();
  document.addEventListener("visibilitychange", come);
  document.addEventListener("prerenderingchange", come);
}
