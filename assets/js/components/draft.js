import { Component } from "nhsuk-frontend";

const OURS = "linkworks-";
const PREFIX = `${OURS}draft:`;
const PAUSE = 1500;
const TRY_AGAIN = 15000;
const LOCKED = 401;
const PATIENCE = 10000;
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "_submission", "_review"]);

/**
 * Keeps what is typed as a draft on the server, and says so.
 * While there is no connection a copy waits in this browser; it goes when the draft or the form is saved.
 */
export class Draft extends Component {
  static moduleName = "app-draft";

  constructor($root) {
    super($root);
    // A page that shows one thing after another at the same address says of which this is.
    this.key = `${PREFIX}${$root.dataset.owner}:${$root.dataset.of ?? $root.dataset.drafts}`;
    this.$said = $root.querySelector("[data-draft-said]");
    this.bringBack();
    $root.addEventListener("input", () => this.saveIn(PAUSE));
    $root.addEventListener("submit", (event) => this.leave(event));
    window.addEventListener("online", () => this.saveIn(0));
    window.addEventListener("pagehide", () => this.waiting && this.save({ keepalive: true }));
  }

  saveIn(pause) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.save(), pause);
  }

  /** Gives the answer of the server; nothing when it cannot be reached. */
  async save(options = {}) {
    this.stopWaiting();
    const typed = this.typed();
    const answer = await this.send(typed, options);
    if (answer?.status === LOCKED) this.say("Linkworks has locked. Save to unlock it: nothing you typed is lost.", true);
    else if (answer?.ok) this.kept();
    else this.keepHere(typed);
    return answer;
  }

  async send(typed, options) {
    try {
      return await fetch(this.$root.dataset.drafts, {
        method: "POST",
        body: new URLSearchParams([...typed, ...this.tokens]),
        redirect: "error",
        signal: AbortSignal.timeout?.(PATIENCE),
        ...options,
      });
    } catch {
      return null;
    }
  }

  /** The server also learns which form this is, to tell a late draft from one that has been saved meanwhile. */
  get tokens() {
    const names = ["csrfmiddlewaretoken", "_submission"];
    return names.map((name) => [name, this.$root.elements[name]?.value ?? ""]);
  }

  typed() {
    return [...new FormData(this.$root)].filter(
      ([name, value]) => typeof value === "string" && !NEVER_KEPT.has(name),
    );
  }

  kept() {
    this.isCutOff = false;
    localStorage.removeItem(this.key);
    const time = new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true });
    this.say(`Draft saved ${time.replace(/\s/, "")}`, false);
  }

  keepHere(typed) {
    if (this.finished) return;
    this.isCutOff = true;
    localStorage.setItem(this.key, JSON.stringify(typed));
    this.say("We cannot reach Linkworks. What you type is kept in this browser until we can.", true);
    this.saveIn(TRY_AGAIN);
  }

  /** After an outage: what was kept here goes back into the form, then to the server. */
  bringBack() {
    const kept = localStorage.getItem(this.key);
    if (!kept) return;
    const typed = JSON.parse(kept);
    for (const $field of this.$root.elements) restore($field, typed);
    this.saveIn(0);
  }

  /**
   * A form sent while there is no connection takes the page away, and with it what was typed. So it becomes a draft
   * first; when it cannot, the form stays where it is.
   */
  async leave(event) {
    if (navigator.onLine && !this.isCutOff) return this.finish();
    event.preventDefault();
    const answer = await this.save();
    if (this.finished) return;
    if (!answer) return this.say("We cannot reach Linkworks, so nothing is saved yet. What you typed is kept in this browser. Try again in a moment.", true);
    this.finish();
    this.$root.requestSubmit(event.submitter);
  }

  finish() {
    this.finished = true;
    this.stopWaiting();
    localStorage.removeItem(this.key);
  }

  stopWaiting() {
    clearTimeout(this.waiting);
    this.waiting = null;
  }

  say(words, isTrouble) {
    this.$said.textContent = words;
    this.$said.classList.toggle("app-draft--trouble", isTrouble);
  }
}

function restore($field, typed) {
  const values = typed.filter(([name]) => name === $field.name).map(([, value]) => value);
  if (["radio", "checkbox"].includes($field.type)) $field.checked = values.includes($field.value);
  else if (values.length && !["hidden", "file", "submit"].includes($field.type)) [$field.value] = values;
}

/** Signing out leaves nothing behind in the browser of a shared computer. */
export function forgetOnSignOut() {
  document.addEventListener("submit", ({ target }) => {
    if (!target.hasAttribute("data-signs-out")) return;
    Object.keys(localStorage)
      .filter((key) => key.startsWith(OURS))
      .forEach((key) => localStorage.removeItem(key));
  });
}
