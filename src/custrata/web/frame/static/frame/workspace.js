// The small scripts of the workspace; each answers one question and is only there where the platform lacks something.
import "./dialogs.js";
import "./toasts.js";
import "./palette.js";
import "./keys.js";
import "./present.js";
import "./paper.js";
import "./person.js";
import "./parts.js";
import "./regions.js";
import "./stacks.js";
import "./charts.js";
import "./queries.js";
import "./place.js";
import "./once.js";
import "./waiting.js";

document.documentElement.classList.add("js");
