// A sign of life every fifteen seconds, with the block that is open; who else is here comes back.
import { post } from "./editor.js";

const EVERY = 15000;
const canvas = document.querySelector("[data-canvas]");
const path = location.pathname.replace(/\/strategy\/.*$/, "/strategy/here/");
let block = "";

async function beat() {
  if (document.hidden) return;
  const said = new FormData();
  said.set("block", block);
  const answer = await post(path, said).catch(() => null);
  if (answer?.ok) show((await answer.json()).faces);
}

function show(faces) {
  const place = document.querySelector("[data-faces]");
  place?.replaceChildren(...faces.map(face));
  for (const one of document.querySelectorAll("[data-block]")) {
    const busy = faces.filter((f) => !f.you && f.block === one.dataset.block).map((f) => f.name);
    one.classList.toggle("busy", busy.length > 0);
    const said = busy.length ? `${busy.join(", ")} ${busy.length > 1 ? "are" : "is"} editing now` : "";
    const where = one.querySelector("[data-busy]");
    if (where && where.textContent !== said) where.textContent = said;
  }
}

function face({ name, initials, block: open, you }) {
  const made = document.createElement("span");
  made.className = "face a here";
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", `${name}, ${you ? "you" : open ? "editing now" : "here now"}`);
  made.title = name;
  made.textContent = initials;
  return made;
}

document.addEventListener("editing", (event) => {
  block = event.detail;
  beat();
});
document.addEventListener("visibilitychange", beat);
if (canvas) {
  setInterval(beat, EVERY);
  beat();
}
