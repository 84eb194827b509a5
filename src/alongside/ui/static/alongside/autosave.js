// Keeps what is typed, without being asked: posts the form to its data-autosave-url and says when it did.
// A form without that attribute is left alone.
//
// The answer may be JSON: `fields`, hidden fields to bring up to date (the version one now writes upon), and
// `said`, words to show. 409 means that somebody else saved meanwhile: nothing more is sent until the form is.

const PAUSE = 1500;
const LATER = "Not saved yet. What you typed is still here; it is tried again when you go on typing.";

async function told(answer) {
  return answer.headers.get("Content-Type")?.startsWith("application/json") ? answer.json() : {};
}

function keep(form) {
  const place = form.querySelector("[data-saved]");
  const say = (words) => { if (place) place.textContent = words; };
  let waiting, busy = false, again = false, stopped = false;

  async function save() {
    // One at a time: the next one must carry the version that this one is given.
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "autosave" }, credentials: "same-origin", redirect: "error" });
      const { fields = {}, said = "" } = await told(answer);
      for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
      say(answer.ok ? `Saved ${now}` : said || LATER);
      stopped = answer.status === 409;
    } catch {
      say(LATER);
    }
    busy = false;
    if (again) { again = false; later(); }
  }

  function later() {
    clearTimeout(waiting);
    if (!stopped) waiting = setTimeout(save, PAUSE);
  }

  form.addEventListener("input", later);
  form.addEventListener("submit", () => { clearTimeout(waiting); stopped = true; });
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) keep(form);
