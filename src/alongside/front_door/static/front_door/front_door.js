// "?" lists the keys of a page that has a list of them.
const keys = document.getElementById("keys");
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (!keys || event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || document.querySelector("dialog[open]") || localStorage.getItem("alongside-keys-off") !== null) return;
  event.preventDefault();
  keys.showModal();
});

// Esc closes the list, and is then no half of the Esc Esc that blanks the screen.
keys?.addEventListener("keydown", (event) => { if (event.key === "Escape") event.stopPropagation(); });
