// Keeps what is typed, without being asked: posts the form to its data-autosave-url and says when it did.
// A form without that attribute is left alone.

const PAUSE = 1500;

function keep(form) {
  const said = form.querySelector("[data-saved]");
  const say = (words) => { if (said) said.textContent = words; };
  let waiting, latest = 0;

  async function save() {
    const mine = ++latest;
    try {
      const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "autosave" }, credentials: "same-origin", redirect: "error" });
      if (mine !== latest) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
      say(`Saved ${now}`);
    } catch {
      if (mine === latest) say("Not saved yet. What you typed is still here; it is tried again when you go on typing.");
    }
  }

  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(save, PAUSE); });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) keep(form);
