// Keeps what is typed, without being asked: posts the form to its data-autosave-url and says when it did.
// A form without that attribute is left alone.
//
// The answer may be JSON: `fields`, hidden fields to bring up to date (the version one now writes upon), `stamp`, the
// mark of the draft that was kept, and `said`, words to show. 409 means that nothing more is sent until the form is:
// somebody else saved meanwhile, or it has been sent already.
//
// A form with data-draft-of is a draft of its writer's own. What has not reached the server yet stands in this browser
// too, sealed with a key that only a page of theirs brings along; a page that finds such a copy gives it to the server.

import { copyOf } from "./copy.js";

// So long at most after the first letter that is not kept, however fast somebody types.
const PAUSE = 1500;
const LATER = "Not saved yet. What you typed is kept in this browser until the connection is back.";
const STILL_HERE = "Not saved yet. What you typed is still here; it is tried again when you go on typing.";
const RETRY = 5000;

async function told(answer) {
  return answer.headers.get("Content-Type")?.startsWith("application/json") ? answer.json() : {};
}

function placeIn(form) {
  const at = document.activeElement;
  return form.contains(at) && at.name ? `${at.name} ${at.selectionStart ?? 0}` : "";
}

function typedIn(form) {
  const typed = new FormData(form);
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
  if (form.dataset.draftOf) {
    typed.set("draft-title", document.querySelector("h1")?.textContent.trim() ?? "");
    typed.set("draft-place", placeIn(form));
  }
  return typed;
}

function keep(form, copy) {
  const place = form.querySelector("[data-saved]");
  const say = (words) => { if (place) place.textContent = words; };
  const leaving = new AbortController();
  let waiting, busy = false, again = false, stopped = false, changes = 0;

  async function save(more = {}) {
    // One at a time: the next one must carry the version that this one is given.
    if (busy) { again = true; return; }
    busy = true;
    const at = changes;
    try {
      const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: typedIn(form), headers: { "X-Requested-With": "autosave" }, credentials: "same-origin", redirect: "error", signal: leaving.signal, ...more });
      const { fields = {}, said = "", stamp } = await told(answer);
      for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
      if (stamp) form.dataset.stamp = stamp;
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
      say(answer.ok ? `Saved ${now}` : said || STILL_HERE);
      stopped = answer.status === 409;
      if (answer.ok && at === changes) copy?.forget();
      if (!answer.ok && !stopped) later(RETRY);
    } catch {
      if (!leaving.signal.aborted) {
        say(copy ? LATER : STILL_HERE);
        later(RETRY);
      }
    }
    busy = false;
    if (again) { again = false; later(); }
  }

  function later(after = PAUSE) {
    if (stopped || waiting) return;
    waiting = setTimeout(() => { waiting = undefined; save(); }, after);
  }

  form.addEventListener("input", () => {
    changes += 1;
    copy?.write(typedIn(form), form.dataset.stamp);
    later();
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    stopped = true;
    leaving.abort();
    copy?.sent();
  });
  // A tab that is closed or left has no second and a half.
  addEventListener("pagehide", () => { if (waiting && !stopped) { clearTimeout(waiting); save({ keepalive: true }); } });
}

const OURS = new Set(["csrfmiddlewaretoken", "once", "draft-title", "draft-place"]);

function isSame(one, other) {
  const [these, those] = [one, other].map((typed) => JSON.stringify(typed.filter(([name, value]) => value && !OURS.has(name)).sort()));
  return these === those;
}

// What this browser kept and the server did not get is given to the server, which shows it in the form; where the
// server has something later, or it was sent and no answer came, its writer says whether they want it.
async function takeUp(form, copy) {
  if (form.hasAttribute("data-posted")) { copy.answered(); return; }
  const found = await copy.read();
  if (!found) return;
  if (isSame(found.typed, [...typedIn(form)])) { copy.forget(); return; }
  const back = async () => {
    const typed = new URLSearchParams(found.typed);
    typed.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    typed.delete("once");
    const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: typed, credentials: "same-origin", redirect: "error" });
    if (!answer.ok) throw new Error("not kept");
    copy.forget();
    location.replace(form.dataset.draftOf + (form.dataset.draftOf.includes("?") ? "&" : "?") + "go-on");
  };
  if (!found.sentAt && found.stamp === (form.dataset.stamp ?? "")) {
    back().catch(() => offer(form, copy, found, back));
  } else {
    offer(form, copy, found, back);
  }
}

function offer(form, copy, found, back) {
  const box = document.createElement("div");
  box.className = "govuk-inset-text app-draft";
  const words = document.createElement("p");
  words.className = "govuk-body";
  words.textContent = found.sentAt
    ? `What you typed here was sent at ${found.sentAt}, and no answer came back. Look whether it is on the record before you put it back and send it again.`
    : "This browser holds something that you typed here and that was not saved. What is shown below was saved elsewhere.";
  const put = document.createElement("button");
  put.type = "button";
  put.className = "govuk-button govuk-button--secondary";
  put.textContent = "Put back what this browser holds";
  put.addEventListener("click", () => back().catch(() => { words.textContent = "It could not be put back: the service does not answer. Try again."; }));
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "govuk-button govuk-button--secondary";
  drop.textContent = "Forget it";
  drop.addEventListener("click", () => { copy.forget(); box.remove(); });
  const group = document.createElement("div");
  group.className = "govuk-button-group";
  group.append(put, drop);
  box.append(words, group);
  form.before(box);
}

function goTo(form) {
  const [name, at] = (form.dataset.place ?? "").split(" ");
  const control = name && [...form.elements].find((one) => one.name === name && one.type !== "hidden");
  if (!control) return;
  control.focus();
  if (control.type === "text" || control.tagName === "TEXTAREA") control.setSelectionRange(Number(at), Number(at));
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) {
  const copy = form.dataset.draftOf ? copyOf(form.dataset.draftOf, form.dataset.key) : null;
  keep(form, copy);
  if (copy) takeUp(form, copy);
  goTo(form);
}
