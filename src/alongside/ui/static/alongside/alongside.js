// What script adds to a page that already works without it: keys, a blank screen, menus that close.

const page = document.body;
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

// GOV.UK's own behaviours, and type-ahead on long lists.
if (page.dataset.govukScript) import(page.dataset.govukScript).then(({ initAll }) => { initAll(); document.documentElement.dataset.ready = "true"; });
else document.documentElement.dataset.ready = "true";

// Questions that a radio button opens. Upstream says so with aria-expanded, which a radio button may not have.
for (const group of document.querySelectorAll("[data-reveals]")) {
  const buttons = [...group.querySelectorAll("input[data-aria-controls]")];
  for (const button of buttons) button.setAttribute("aria-controls", button.dataset.ariaControls);
  const show = () => {
    for (const button of buttons) document.getElementById(button.dataset.ariaControls).classList.toggle("govuk-radios__conditional--hidden", !button.checked);
  };
  group.addEventListener("change", show);
  show();
}

const SHORT = 12;

// What is sent is what is shown: words that are on the list choose it, any others choose nothing.
function sayWhatIsShown(input, list) {
  const agree = () => {
    const shown = input.value.trim().toLowerCase();
    const found = [...list.options].find((option) => option.value !== "" && option.text.trim().toLowerCase() === shown);
    list.value = found ? found.value : "";
  };
  input.addEventListener("blur", () => setTimeout(agree, 200));
  list.form?.addEventListener("submit", agree);
}

async function typeAhead() {
  const lists = [...document.querySelectorAll("select[data-autocomplete]")].filter((list) => list.options.length > SHORT);
  if (lists.length === 0) return;
  const script = document.createElement("script");
  script.src = page.dataset.autocompleteScript;
  await new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; document.head.append(script); });
  for (const list of lists) {
    const id = list.id;
    window.accessibleAutocomplete.enhanceSelectElement({ selectElement: list, defaultValue: list.value === "" ? "" : undefined, showAllValues: true, autoselect: false });
    sayWhatIsShown(document.getElementById(id), list);
  }
}
typeAhead();

// Single keys can be turned off, for people whose speech or hands would press them by accident.
const OFF = "alongside-keys-off";
const keysOn = () => localStorage.getItem(OFF) === null;
const keysButton = document.querySelector("[data-keys-switch]");
function sayKeys() {
  keysButton.textContent = keysOn() ? "Turn off single-key shortcuts" : "Turn on single-key shortcuts";
}
if (keysButton) {
  keysButton.hidden = false;
  sayKeys();
  keysButton.addEventListener("click", () => {
    if (keysOn()) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF);
    sayKeys();
  });
}

// Blank screen: the button, or Esc twice.
const blank = document.getElementById("blank-screen");
let title = document.title;
function blankScreen() {
  if (!blank || blank.open) return;
  title = document.title;
  document.title = "Alongside";
  blank.showModal();
}
blank?.addEventListener("close", () => { document.title = title; });
// Only its button uncovers the page: Escape pressed once more than twice does not.
blank?.addEventListener("cancel", (event) => event.preventDefault());
document.addEventListener("alongside:cover", blankScreen);
for (const button of document.querySelectorAll("[data-blank-screen]")) {
  button.hidden = false;
  button.addEventListener("click", blankScreen);
}

// Menus close when the reader goes elsewhere.
const menus = () => document.querySelectorAll("details[data-closes][open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

// After an act, what was done is read out first.
document.querySelector("[data-told]")?.focus();

// J and K move through a list; Enter opens, as on any link.
function move(by) {
  const rows = [...document.querySelectorAll("[data-key]")].filter((row) => row.querySelector("a, button"));
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here === -1 ? (by > 0 ? 0 : rows.length - 1) : here + by];
  next?.querySelector("a, button").focus();
}

let escaped = 0;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    for (const menu of menus()) { menu.open = false; menu.querySelector("summary").focus(); }
    if (event.timeStamp - escaped < 600 && !blank?.open) { escaped = 0; event.preventDefault(); blankScreen(); } else escaped = event.timeStamp;
    return;
  }
  if (blank?.open || typing(event.target) || !keysOn()) return;
  const search = document.querySelector("[data-search]");
  if (event.key === "/" && search) { event.preventDefault(); search.focus(); search.select(); }
  if (event.key === "j") move(1);
  if (event.key === "k") move(-1);
});

// Paper shows what a screen folds away.
addEventListener("beforeprint", () => { for (const why of document.querySelectorAll(".app-why-details")) why.open = true; });
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
