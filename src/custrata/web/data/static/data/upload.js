// Files are sent one at a time, each with its own progress; without this script the form sends them all at once.
const form = document.querySelector("[data-upload]");
const list = form.querySelector("[data-sent]");
const drop = form.querySelector("[data-drop]");
const go = form.querySelector("[data-go]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const waiting = new Map();

const add = (file, path) => {
  if (path.split("/").some((part) => part.startsWith("."))) return;
  const line = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = path;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", path);
  line.append(name, bar);
  waiting.get(path)?.line.remove();
  waiting.set(path, { file, line, bar });
  list.append(line);
};

// Inside a dropped or chosen folder the folder's own name says nothing: its files count from within.
const within = (path) => path.split("/").slice(1).join("/") || path;

const walk = async (entry, path) => {
  if (entry.isFile) return add(await new Promise((done, fail) => entry.file(done, fail)), path + entry.name);
  const reader = entry.createReader();
  for (;;) {
    const entries = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!entries.length) return;
    for (const one of entries) await walk(one, `${path}${entry.name}/`);
  }
};

form.querySelectorAll("input[type=file]").forEach((input) =>
  input.addEventListener("change", () => {
    for (const file of input.files) add(file, file.webkitRelativePath ? within(file.webkitRelativePath) : file.name);
    input.value = "";
  }),
);
drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry()).filter(Boolean);
  // What is dragged out of another page or a mail is a file without a place on this machine.
  for (const item of items.filter((one) => !one.webkitGetAsEntry())) add(item.getAsFile(), item.getAsFile().name);
  for (const entry of entries) {
    if (entry.isFile) await walk(entry, "");
    else {
      const reader = entry.createReader();
      for (;;) {
        const inner = await new Promise((done, fail) => reader.readEntries(done, fail));
        if (!inner.length) break;
        for (const one of inner) await walk(one, "");
      }
    }
  }
});

const say = (line, why) => {
  line.querySelector(".why")?.remove();
  const said = document.createElement("span");
  said.className = "why";
  said.textContent = why;
  line.append(said);
};

const send = (to, { file, line, bar }, path) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("paths", path);
    body.append("files", file);
    request.open("POST", to);
    request.setRequestHeader("X-CSRFToken", token);
    request.setRequestHeader("X-One-File", "1");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total; });
    request.addEventListener("loadend", () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* the server was away */ }
      const why = answer.refused?.[0]?.why ?? (answer.taken?.length ? "" : "It was not received; press the button to send it again.");
      bar.value = why ? 0 : 100;
      if (why) say(line, why);
      done(!why);
    });
    request.send(body);
  });

const follow = (to) => {
  const on = document.createElement("form");
  on.method = "post";
  on.action = to;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "csrfmiddlewaretoken";
  field.value = token;
  on.append(field);
  document.body.append(on);
  on.submit();
};

let ways = form.hasAttribute("data-new") ? null : { upload: form.getAttribute("action") || location.pathname, look: form.dataset.look };
form.addEventListener("submit", async (event) => {
  if (!waiting.size) {
    if (!form.hasAttribute("data-new")) { event.preventDefault(); form.querySelector("#files").click(); }
    return;
  }
  event.preventDefault();
  go.disabled = true;
  try {
    if (!ways) {
      const body = new FormData();
      body.append("name", form.elements.name.value);
      const answer = await fetch(location.pathname, { method: "POST", body, headers: { "X-CSRFToken": token, "X-One-File": "1" } });
      const said = await answer.json();
      if (!answer.ok) {
        const help = form.querySelector("#name_help");
        help.textContent = said.error;
        help.className = "error";
        form.elements.name.setAttribute("aria-invalid", "true");
        form.elements.name.focus();
        return;
      }
      ways = said;
    }
    let all = true;
    let some = false;
    for (const [path, item] of [...waiting]) {
      const taken = await send(ways.upload, item, path);
      if (taken) waiting.delete(path);
      some ||= taken;
      all &&= taken;
    }
    if (all) follow(ways.look);
    else if (some) go.textContent = "Send the rest again";
  } finally {
    go.disabled = false;
  }
});
