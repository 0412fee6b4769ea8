// Blocks edited where they stand: saved a second after the last key, kept here while there is no network,
// a conflict shown as theirs beside mine. Without this script the same forms work by their buttons.
import { toast } from "../frame/toasts.js";
import "./figures.js";
import { forget, keep, kept, keptOf } from "./kept.js";

const PAUSE = 1000;
const AGAIN = 5000;
const editors = new WeakMap();
const main = document.getElementById("main");

class Editor {
  constructor(form) {
    this.form = form;
    this.slug = form.dataset.slug;
    this.block = form.dataset.editor;
    this.state = form.querySelector("[data-state]");
    this.sent = this.said();
    this.savedAt = null;
    form.addEventListener("input", (event) => this.typed(event));
    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-remove]")) takenOut(event.target);
      this.typed(event);
    });
    // A number is chosen in several steps: it is saved once its fields are left.
    form.addEventListener("focusout", (event) => {
      const figure = event.target.closest("[data-figure]");
      if (figure && !figure.contains(event.relatedTarget)) this.typed();
    });
    form.addEventListener("submit", (event) => this.submitted(event));
    this.clock = setInterval(() => this.tell(), 1000);
  }

  said() {
    const said = new URLSearchParams(new FormData(this.form));
    for (const own of ["csrfmiddlewaretoken", "base"]) said.delete(own);
    return said.toString();
  }

  get changed() {
    return this.said() !== this.sent;
  }

  typed(event) {
    // What was refused is not sent again until it says something else.
    if (!this.changed || this.said() === this.refused) return;
    this.say("not saved yet");
    this.hold();
    clearTimeout(this.timer);
    if (event?.target.closest("[data-figure]")) return;
    this.timer = setTimeout(() => this.choosing || this.save(), PAUSE);
  }

  // A number that has just been added says nothing yet: it is not refused before anybody could choose.
  get choosing() {
    const figure = document.activeElement?.closest("[data-figure]");
    return Boolean(figure && this.form.contains(figure) && figure.querySelector('[name$=".measure"]')?.value === "");
  }

  hold() {
    const entries = [...new FormData(this.form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    keep(this.slug, this.block, { entries, action: this.form.action, title: this.form.dataset.title });
  }

  async save() {
    clearTimeout(this.timer);
    // What was typed while a save was on its way is saved with the next one, and only then it is done.
    if (this.saving) return this.saving.then((done) => (done || this.said() !== this.refused ? this.save() : done));
    if (!this.changed) return true;
    this.say("saving");
    this.saving = this.send().finally(() => {
      this.saving = null;
    });
    return this.saving;
  }

  async send() {
    const said = this.said();
    let answer;
    try {
      answer = await post(this.form.action, new FormData(this.form));
    } catch {
      this.say("kept here, not yet saved");
      this.timer = setTimeout(() => this.save(), AGAIN);
      return false;
    }
    return this.answered(answer, said);
  }

  async answered(answer, said) {
    const number = answer.ok && (await answer.json().catch(() => ({}))).number;
    if (number) {
      this.form.elements.base.value = number;
      this.sent = said;
      this.savedAt = Date.now();
      this.wrong({});
      if (!this.changed) forget(this.slug, this.block);
      this.tell();
      return true;
    }
    if (answer.status === 409) {
      this.refused = said;
      const { dialog } = await answer.json();
      this.say("somebody else saved this block: choose what stands");
      conflict(dialog, () => forget(this.slug, this.block));
    } else if (answer.status === 422) {
      this.refused = said;
      this.wrong((await answer.json().catch(() => ({}))).errors || { "": "this cannot be saved as typed" });
      this.say("kept here, not saved: see what is wrong");
    } else if (answer.status === 401 || answer.status === 403) {
      this.refused = said;
      this.say("kept here, not saved: your session has ended or your rights have changed; come in again and load this page");
    } else {
      this.say("kept here, not yet saved");
      this.timer = setTimeout(() => this.save(), AGAIN);
    }
    return false;
  }

  wrong(errors) {
    this.form.querySelectorAll("[data-wrong]").forEach((old) => old.remove());
    this.form.querySelectorAll("[aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
    for (const [path, told] of Object.entries(errors)) {
      const field = path && document.getElementById(`f:${path}`);
      const said = document.createElement("p");
      said.className = "s-err small";
      said.dataset.wrong = "";
      said.textContent = told;
      if (field) {
        field.setAttribute("aria-invalid", "true");
        field.after(said);
      } else this.form.prepend(said);
    }
  }

  async submitted(event) {
    const button = event.submitter;
    if (button?.dataset.move) {
      event.preventDefault();
      return move(button.closest("[data-item]"), button.dataset.move, this);
    }
    if (button?.dataset.ask && !confirm(`${button.dataset.ask}?`)) return event.preventDefault();
    if (button?.name === "do" && this.form.dataset.inline !== undefined) {
      event.preventDefault();
      return this.reshape(button);
    }
    if (button?.name === "remove") forget(this.slug, this.block);
    if (button?.name) return undefined;
    event.preventDefault();
    // A page of its own goes on only once the server has the words: a door or an error page would swallow them.
    if (!(await this.save())) return undefined;
    if (this.form.dataset.inline === undefined) HTMLFormElement.prototype.submit.call(this.form);
    else close(this);
  }

  async reshape(button) {
    const before = new Set([...this.form.querySelectorAll("[data-item]")].map((one) => one.dataset.item));
    const made = await this.remade(new FormData(this.form), button);
    if (!made) return this.say("the server was not reached; what you typed is kept here");
    const fresh = [...made.form.querySelectorAll("[data-item]")].find((one) => !before.has(one.dataset.item));
    fresh?.querySelector("textarea, input:not([type=hidden])")?.focus();
  }

  // The form once more, as the server makes it of what was typed. Meanwhile nothing is typed that it would not know.
  async remade(said, { name, value }, base = "") {
    this.form.inert = true;
    clearTimeout(this.timer);
    await this.saving;
    said.set("base", base || this.form.elements.base.value);
    said.set(name, value);
    const inline = this.form.dataset.inline === undefined ? {} : { "HX-Request": "true" };
    const answer = await post(this.form.action, said, { Accept: "text/html", ...inline }).catch(() => null);
    const made = answer?.ok && fragment(await answer.text()).querySelector("form.editor");
    this.form.inert = false;
    if (!made) return null;
    this.stop();
    this.form.replaceWith(made);
    const next = new Editor(made);
    editors.set(made, next);
    next.sent = this.sent;
    next.typed();
    return next;
  }

  // What was typed before and never saved stands in its form again.
  async back() {
    const one = keptOf(this.slug, this.block);
    if (!one) return;
    const said = new FormData();
    for (const [name, value] of one.entries) said.append(name, value);
    const made = await this.remade(said, { name: "do", value: "again" }, said.get("base"));
    if (made && !made.changed) forget(this.slug, this.block);
  }

  say(words) {
    if (this.state && this.state.textContent !== words) this.state.textContent = words;
  }

  tell() {
    if (this.savedAt === null || this.changed || this.saving) return;
    const seconds = Math.round((Date.now() - this.savedAt) / 1000);
    const told = seconds < 5 ? "saved" : seconds < 60 ? `saved ${seconds - (seconds % 5)} s ago` : `saved ${Math.round(seconds / 60)} min ago`;
    this.say(told);
  }

  stop() {
    clearInterval(this.clock);
    clearTimeout(this.timer);
  }
}

function start(form) {
  const made = new Editor(form);
  editors.set(form, made);
  return made.back();
}

const fragment = (html) => document.createRange().createContextualFragment(html);

export function post(action, body, headers = {}) {
  const held = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
  return fetch(action, { method: "POST", body, headers: { Accept: "application/json", ...held, ...headers } });
}

function conflict(html, done) {
  document.getElementById("conflict")?.remove();
  document.body.append(fragment(html));
  const dialog = document.getElementById("conflict");
  dialog.addEventListener("submit", (event) => chosen(event, dialog, done));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.showModal();
}

// What is kept here is dropped only when the server is there to take the choice, and still knows the person.
async function chosen(event, dialog, done) {
  if ("sure" in dialog.dataset) return done();
  event.preventDefault();
  const { target, submitter } = event;
  const there = await post(location.pathname.replace(/\/strategy\/.*$/, "/strategy/here/"), new FormData()).catch(() => null);
  if (!there?.ok) return toast("Your choice was not received: the server was not reached, or your session has ended. What you typed is kept here.");
  dialog.dataset.sure = "";
  target.requestSubmit(submitter);
}

const opening = new WeakSet();

// A block of the canvas opens where it stands.
async function open(block) {
  if (block.querySelector("form.editor") || opening.has(block)) return;
  opening.add(block);
  const answer = await fetch(block.dataset.edit, { headers: { "HX-Request": "true" } }).catch(() => null);
  opening.delete(block);
  if (!answer?.ok) {
    location.assign(block.dataset.edit);
    return;
  }
  const form = fragment(await answer.text()).querySelector("form");
  for (const child of [...block.children].slice(1)) child.hidden = true;
  block.classList.add("open");
  block.append(form);
  await start(form);
  document.dispatchEvent(new CustomEvent("editing", { detail: block.dataset.block }));
  const first = block.querySelector("form.editor")?.querySelector("textarea, input:not([type=hidden])");
  first?.focus();
}

async function close(editor) {
  const block = editor.form.closest("[data-block]");
  if (!block) return editor.stop();
  const answer = await fetch(block.dataset.view, { headers: { "HX-Request": "true" } }).catch(() => null);
  // Who goes on typing meanwhile keeps the form open.
  if (editor.changed || !block.isConnected) return;
  editor.stop();
  const own = editor instanceof Editor;
  if (own) document.dispatchEvent(new CustomEvent("editing", { detail: "" }));
  if (!answer?.ok) {
    location.reload();
    return;
  }
  // Numbers of this block open popovers of their own, named apart from those of the page.
  const html = fragment((await answer.text()).replaceAll(/(popovertarget|id)="n(\d+)"/g, `$1="${block.id}-n$2"`));
  document.querySelectorAll(`[id^="${block.id}-n"]`).forEach((old) => old.remove());
  const made = html.firstElementChild;
  block.replaceWith(html);
  if (own) made.focus();
}

function takenOut(box) {
  const item = box.closest("[data-item]");
  if (!item) return;
  item.querySelector(".undone")?.remove();
  item.classList.toggle("gone", box.checked);
  if (!box.checked) return;
  const note = document.createElement("p");
  note.className = "undone line";
  note.setAttribute("role", "status");
  note.append("Taken out. ");
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn mini";
  back.textContent = "Undo";
  back.addEventListener("click", () => {
    box.checked = false;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    item.querySelector("textarea, input:not([type=hidden])")?.focus();
  });
  note.append(back);
  item.append(note);
  back.focus();
}

function move(item, way, editor) {
  if (!item) return;
  const siblings = [...item.parentElement.children].filter((one) => one.matches("[data-item]"));
  const to = siblings[siblings.indexOf(item) + (way === "up" ? -1 : 1)];
  if (!to) return;
  const held = document.activeElement;
  if (way === "up") to.before(item);
  else to.after(item);
  if (item.contains(held)) held.focus();
  editor.typed();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open-block]");
  const block = opener?.closest("[data-edit]");
  if (block && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open(block);
    return;
  }
  const leave = event.target.closest("[data-leave]");
  const editor = leave && editors.get(leave.closest("form"));
  if (editor && editor.form.dataset.inline !== undefined) {
    event.preventDefault();
    editor.save().then((done) => done && close(editor));
    return;
  }
  const words = event.target.closest(".block .prose, .block .claims span");
  if (words && !event.target.closest("a, button, form") && !String(getSelection())) {
    const whole = words.closest("[data-edit]");
    if (whole) open(whole);
  }
});

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("form.editor [data-item]");
  if (field && event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    move(field, event.key === "ArrowUp" ? "up" : "down", editors.get(field.closest("form")));
    return;
  }
  const form = event.target.closest("form.editor");
  if (form && event.key === "Escape" && form.dataset.inline !== undefined) {
    const editor = editors.get(form);
    editor.save().then((done) => done && close(editor));
    return;
  }
  if (form && (event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const block = event.target.closest("[data-edit]");
  const single = document.documentElement.dataset.keys !== "off";
  if (block && event.target === block && (event.key === "Enter" || (event.key === "e" && single)) && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    event.stopPropagation();
    open(block);
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.target !== block || !block) return;
  const blocks = [...document.querySelectorAll("[data-edit]")];
  const to = blocks[blocks.indexOf(block) + (event.key === "ArrowDown" ? 1 : -1)];
  if (to) {
    event.preventDefault();
    to.focus();
  }
});

// What was typed without a network is sent as soon as there is one.
async function sendKept() {
  const slug = document.querySelector("[data-slug]")?.dataset.slug;
  if (!slug) return;
  for (const one of kept(slug)) {
    if ([...document.querySelectorAll("form.editor")].some((form) => form.dataset.editor === one.block)) continue;
    const said = new FormData();
    for (const [name, value] of one.entries) said.append(name, value);
    const answer = await post(one.action, said).catch(() => null);
    if (answer?.ok && (await answer.json().catch(() => ({}))).number) {
      forget(slug, one.block);
      toast(`What you typed into “${one.title}” is saved.`);
      const block = document.querySelector(`[data-block="${CSS.escape(one.block)}"][data-view]`);
      if (block) close({ form: block.querySelector("header"), stop() {} });
    } else if (answer?.status === 409) {
      conflict((await answer.json()).dialog, () => forget(slug, one.block));
      return;
    } else waiting(one, slug);
  }
}

function waiting(one, slug) {
  const place = document.querySelector("[data-kept]");
  if (!place) return;
  place.hidden = false;
  place.className = "stack";
  [...place.children].find((line) => line.dataset.of === one.block)?.remove();
  const line = document.createElement("p");
  line.className = "caveat";
  line.dataset.of = one.block;
  const said = document.createElement("span");
  said.textContent = `What you typed into “${one.title}” is kept here, not yet saved. `;
  const link = document.createElement("a");
  link.href = one.action;
  link.textContent = "Open it";
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn mini";
  drop.textContent = "Drop it";
  drop.addEventListener("click", () => {
    forget(slug, one.block);
    line.remove();
    place.hidden = !place.children.length;
  });
  said.append(link, " ", drop);
  line.append(said);
  place.append(line);
}

addEventListener("online", () => {
  document.querySelectorAll("form.editor").forEach((form) => editors.get(form)?.save());
  sendKept();
});
addEventListener("beforeunload", (event) => {
  const open = [...document.querySelectorAll("form.editor")].some((form) => editors.get(form)?.changed && !navigator.onLine);
  if (open) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const own = event.target.closest("[data-own]");
  if (own) own.closest("details").querySelector("input[type=radio]").checked = true;
});

document.querySelectorAll("form.editor").forEach(start);
if (main) sendKept();
// A page that comes back from the browser's memory shows what stood before; only what is not saved is worth that.
addEventListener("pageshow", (event) => {
  const typed = [...document.querySelectorAll("form.editor")].some((form) => editors.get(form)?.changed);
  if (event.persisted && !typed) location.reload();
});
