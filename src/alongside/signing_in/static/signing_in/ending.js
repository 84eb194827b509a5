// Warns before a sign-in ends, keeps what was typed, covers a screen that nobody sits at, and puts back what was kept.
// Without it nothing is lost either: the server keeps what is sent after the end.

const warning = document.getElementById("ending");
const LAST = "alongside-last-page";

if (warning) {
  const { seconds, warned, covered, leave } = warning.dataset;
  const left = warning.querySelector("[data-ending-left]");
  const said = warning.querySelector("[data-ending-said]");
  const stay = warning.querySelector("[data-stay]");
  let touched = Date.now();

  // Every page and every answer of the server counts, in whichever tab.
  const seen = () => localStorage.setItem(LAST, String(Date.now()));
  const rest = () => Math.ceil(Number(seconds) - (Date.now() - Number(localStorage.getItem(LAST))) / 1000);
  const words = (number) => (number > 60 ? `${Math.ceil(number / 60)} minutes` : `${Math.max(number, 0)} seconds`);

  function end() {
    const form = document.querySelector("main form[method=post]:not([data-typed] form)");
    const typed = form ? new FormData(form) : new FormData();
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    typed.set("csrfmiddlewaretoken", stay.elements.csrfmiddlewaretoken.value);
    fetch(leave, { method: "POST", body: new URLSearchParams(typed), credentials: "same-origin" })
      .then((answer) => location.assign(answer.url), () => location.reload());
  }

  function look() {
    const now = rest();
    if (now <= 0) { clearInterval(watch); end(); return; }
    if (now > Number(warned)) { if (warning.open) warning.close(); return; }
    if (!warning.open) warning.showModal();
    left.textContent = `It ends in ${words(now)}.`;
    // Read out at the start, at a minute and near the end, and not each second.
    if (said.textContent === "" || now === 60 || now === 20) said.textContent = `Your sign-in ends in ${words(now)}.`;
  }

  stay.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(stay.action, { method: "POST", body: new FormData(stay), headers: { "X-Requested-With": "stay" }, credentials: "same-origin" });
    if (answer.status !== 204) { location.reload(); return; }
    seen();
    said.textContent = "";
    warning.close();
  });
  // Escape is no answer to it.
  warning.addEventListener("cancel", (event) => event.preventDefault());

  new PerformanceObserver((list) => { if (list.getEntries().some((one) => one.initiatorType === "fetch")) seen(); }).observe({ type: "resource" });
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true });

  seen();
  const watch = setInterval(() => {
    if (Number(covered) > 0 && Date.now() - touched >= Number(covered) * 1000) document.dispatchEvent(new Event("alongside:cover"));
    look();
  }, 1000);
}

// What was typed goes back into the form it was typed into.
const typed = document.querySelector("[data-typed]");
const put = typed?.querySelector("[data-typed-back]");
if (put) {
  put.hidden = false;
  put.addEventListener("click", () => {
    const found = new Map();
    for (const field of typed.querySelectorAll("[data-typed-field]")) {
      const name = field.dataset.typedField;
      found.set(name, [...(found.get(name) ?? []), field.textContent]);
    }
    let first = null;
    for (const [name, values] of found) {
      const controls = [...document.querySelectorAll("main form [name]")].filter((one) => one.name === name && !typed.contains(one) && one.type !== "hidden");
      controls.forEach((control, index) => {
        if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
        else if (control.type !== "file") control.value = values[index] ?? values[0];
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.dispatchEvent(new Event("change", { bubbles: true }));
        first ??= control;
      });
    }
    first?.focus();
  });
}
