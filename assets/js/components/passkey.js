import { Component } from "nhsuk-frontend";

const IN_BYTES = new Set(["challenge", "id"]);
const GIVEN_UP = new Set(["NotAllowedError", "AbortError"]);

/** Has the browser ask for a passkey, and posts its answer with the form. Without script the form says what to do instead. */
export class Passkey extends Component {
  static moduleName = "app-passkey";

  constructor($root) {
    super($root);
    if (!window.PublicKeyCredential) return;
    this.$said = $root.querySelector("[data-passkey-said]");
    $root.querySelector("[data-passkey-without]").hidden = true;
    $root.querySelector("[data-passkey-button]").hidden = false;
    $root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    this.$said.textContent = "";
    try {
      const question = readable(await this.question());
      const answer = await navigator.credentials[this.$root.dataset.deed](question);
      this.$root.elements.credential.value = JSON.stringify(written(answer));
      this.$root.submit();
    } catch (trouble) {
      this.$said.textContent = GIVEN_UP.has(trouble.name)
        ? "The passkey was not used. You can try again."
        : "This passkey does not work here. Try again, or choose another way.";
    }
  }

  async question() {
    const { options, optionsUrl } = this.$root.dataset;
    if (options) return JSON.parse(options);
    const answer = await fetch(optionsUrl, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options;
  }
}

/** The server's question with its bytes as bytes; the names of the site and of the user stay text. */
function readable(question) {
  const { publicKey } = question;
  return {
    publicKey: {
      ...withBytes(publicKey),
      ...(publicKey.user && { user: withBytes(publicKey.user) }),
      ...(publicKey.excludeCredentials && { excludeCredentials: publicKey.excludeCredentials.map(withBytes) }),
      ...(publicKey.allowCredentials && { allowCredentials: publicKey.allowCredentials.map(withBytes) }),
    },
  };
}

function withBytes(part) {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, IN_BYTES.has(name) ? toBytes(value) : value]),
  );
}

/** The browser's answer as text that can be posted. */
function written(answer) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const response = parts.filter((part) => answer.response[part]).map((part) => [part, toText(answer.response[part])]);
  return {
    id: answer.id,
    rawId: toText(answer.rawId),
    type: answer.type,
    authenticatorAttachment: answer.authenticatorAttachment,
    clientExtensionResults: answer.getClientExtensionResults(),
    response: Object.fromEntries(response),
  };
}

function toBytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
