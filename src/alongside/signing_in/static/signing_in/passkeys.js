// Asks the browser for a passkey, or for a new one, and sends what it gave with the form.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// The browser wants bytes where JSON has words.
function read({ publicKey }) {
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (options[list]) options[list] = options[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return { publicKey: options };
}

function told(credential) {
  const { response } = credential;
  const parts = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = text(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts,
    authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
  };
}

if (window.PublicKeyCredential) {
  for (const none of document.querySelectorAll("[data-passkey-none]")) none.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = form.querySelector("[data-passkey-said]");
      said.textContent = "";
      try {
        const credential = await navigator.credentials[form.dataset.passkey](read(JSON.parse(form.dataset.options)));
        form.elements.credential.value = JSON.stringify(told(credential));
        form.submit();
      } catch {
        said.textContent = "No passkey was given. Try again, or use another way.";
      }
    });
  }
}
