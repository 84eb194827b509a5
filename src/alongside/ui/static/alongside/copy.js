// What is typed and has not reached the server, in this browser: sealed, so that who opens the browser after its owner
// reads nothing. The key comes with a page of theirs and is kept nowhere. Where a browser cannot seal, nothing is kept.

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join(""));

// copyOf("/children/…/visits/new/", key): the browser's own copy of what is typed on that page; null where it can keep none.
export function copyOf(page, key) {
  if (!crypto.subtle || !key) return null;
  const name = `alongside-typed ${page}`;
  const sentName = `alongside-sent ${page}`;
  const opened = crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
  let latest = 0;

  return {
    // typed: FormData. stamp: the mark of the draft that the server had when this was typed.
    async write(typed, stamp = "") {
      const turn = (latest += 1);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const fields = [...typed].filter(([field]) => field !== "csrfmiddlewaretoken" && !field.startsWith("password"));
      const words = new TextEncoder().encode(JSON.stringify({ typed: fields, stamp }));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await opened, words);
      // Sealing takes a moment, and what was typed later may be done earlier.
      if (turn === latest) localStorage.setItem(name, `${text(iv)} ${text(sealed)}`);
    },
    // {typed, stamp, sentAt}; null where there is none, or it is somebody else's.
    async read() {
      const [iv, sealed] = (localStorage.getItem(name) ?? "").split(" ");
      if (!sealed) return null;
      try {
        const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await opened, bytes(sealed));
        return { ...JSON.parse(new TextDecoder().decode(words)), sentAt: sessionStorage.getItem(sentName) ?? "" };
      } catch {
        return null;
      }
    },
    forget() {
      latest += 1;
      localStorage.removeItem(name);
      sessionStorage.removeItem(sentName);
    },
    // The form was sent, and nobody knows yet whether it arrived.
    sent() {
      sessionStorage.setItem(sentName, new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" }));
    },
    // It did: the page shows what was sent.
    answered() {
      sessionStorage.removeItem(sentName);
    },
  };
}

// A page that tells what was done has the answer: whatever was sent in this tab arrived.
if (document.querySelector("[data-told]")) {
  for (const name of Object.keys(sessionStorage).filter((one) => one.startsWith("alongside-sent "))) {
    sessionStorage.removeItem(name);
    localStorage.removeItem(name.replace("alongside-sent ", "alongside-typed "));
  }
}
