// Presentation: one sheet or zone a screen, without those marked off-slide; arrows move, b blanks, Esc leaves; numbers still open.
const root = document.documentElement;
let at = 0;
let slides = [];

function found() {
  const main = document.getElementById("main");
  const head = main.querySelector(":scope > .head");
  const sheets = [...main.querySelectorAll(".sheet:not(.off-slide), .zone")].filter((sheet) => !sheet.parentElement.closest(".sheet, .zone"));
  return head ? [head, ...sheets] : sheets;
}

function show(place) {
  at = Math.max(0, Math.min(place, slides.length - 1));
  const main = document.getElementById("main");
  for (const hidden of main.querySelectorAll("[data-off]")) hidden.removeAttribute("data-off");
  const beside = at === 0 ? main.querySelector(":scope > .tiles") : null;
  for (let step = slides[at]; step !== main; step = step.parentElement)
    for (const sibling of step.parentElement.children)
      if (sibling !== step && sibling !== beside) sibling.setAttribute("data-off", sibling === slides[0] ? "said" : "");
  slides[at].setAttribute("tabindex", "-1");
  slides[at].focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

export function present() {
  slides = found();
  if (!slides.length) return false;
  root.dataset.mode = "present";
  document.documentElement.requestFullscreen?.().catch(() => {});
  show(0);
  return true;
}

export function leave() {
  delete root.dataset.mode;
  delete root.dataset.blank;
  for (const hidden of document.querySelectorAll("[data-off]")) hidden.removeAttribute("data-off");
  if (document.fullscreenElement) document.exitFullscreen();
  slides[at]?.scrollIntoView({ block: "start" });
}

const moves = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

document.addEventListener("keydown", (event) => {
  if (root.dataset.mode !== "present" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (!document.querySelector("[popover]:popover-open")) leave();
    return;
  }
  const onButton = event.key === " " && event.target.closest("button, a, summary");
  if (event.key in moves && !onButton) show(at + moves[event.key]);
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key === "b") root.toggleAttribute("data-blank");
  else return;
  event.preventDefault();
});

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && root.dataset.mode === "present") leave();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-present]")) present();
});
