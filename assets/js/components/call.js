import { Component } from "nhsuk-frontend";

import { KeptCall } from "./kept-call.js";

const EVERY_MINUTE = 60_000;
const TRY_AGAIN = 5_000;
const PATIENCE = 8_000;
const NEVER_KEPT = new Set(["csrfmiddlewaretoken"]);
const CUT_OFF = "No connection. What you type and press is kept in this browser, and sent when it is back.";

/**
 * The call screen by keyboard: a number answers, L and a number leave the question out, B goes back to the last one, O
 * and a key say how it went, Enter carries on.
 * While it is open it gives a sign every minute, so that the call stays with its caller. Before anything is sent it is
 * asked whether the server can be reached: what cannot be sent is kept, and goes when the connection is back.
 * In practice there is no call to keep, and nothing of this but the keys.
 */
export class Call extends Component {
  static moduleName = "app-call";

  constructor($root) {
    super($root);
    document.addEventListener("keydown", (event) => this.press(event));
    if (!$root.dataset.keep) return;
    this.$until = $root.querySelector("[data-until-words]");
    this.$network = $root.querySelector("[data-network]");
    this.$outcome = $root.querySelector("#outcome");
    this.kept = new KeptCall($root.dataset.call);
    $root.addEventListener("submit", (event) => this.leave(event), { capture: true });
    $root.addEventListener("input", () => this.isCutOff && this.kept.keepTyped(fieldsOf(this.$outcome)));
    window.addEventListener("online", () => this.send());
    window.addEventListener("offline", () => this.sayCutOff(CUT_OFF));
    setInterval(() => this.keep(), EVERY_MINUTE);
    this.offerAgain();
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("textarea, input[type=text], select")) return;
    const key = event.key.toLowerCase();
    const $leaveOut = this.$root.querySelector("[data-leave-out]");
    if (key === "escape") this.waitFor(null);
    if (key === "o") {
      this.waitFor("outcome");
      return;
    }
    if (key === "l" && $leaveOut && this.kind !== "outcome") {
      this.waitFor("reason");
      $leaveOut.open = true;
      return;
    }
    if (key === "b" && this.kind !== "outcome") {
      this.waitFor(null);
      this.$root.querySelector("[data-back]")?.click();
      return;
    }
    if (key === "enter" && !event.target.closest("a, button, summary")) {
      this.$root.querySelector("[data-carry-on]")?.click();
    }
    if (!/^[a-z1-9]$/.test(key)) return;
    const $pressed = this.$root.querySelector(`[data-${this.kind ?? "answer"}="${key}"]`);
    this.waitFor(null);
    if (!$pressed) return;
    event.preventDefault();
    if ($pressed.type === "text") $pressed.focus();
    else $pressed.click();
  }

  /** What the next key says: how it went, or why a question is left out. The page shows it; Escape takes it back. */
  waitFor(kind) {
    this.kind = kind;
    this.$root.dataset.waitsFor = kind ?? "";
  }

  /** Whether the server was reached. It says until when the call is the caller's. */
  async keep() {
    const answer = await post(this.$root.dataset.keep, [["csrfmiddlewaretoken", this.token]]);
    if (!answer) this.sayCutOff(CUT_OFF);
    else if (answer.ok) this.sayUntil((await answer.json()).until);
    return Boolean(answer);
  }

  get token() {
    return this.$root.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  sayUntil(until) {
    this.isCutOff = false;
    this.$network.textContent = "";
    this.$until.textContent = until
      ? `Yours until ${new Date(until).toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true }).replace(/\s/, "")}.`
      : "This call has gone back to the queue. Your note is still kept when you save.";
  }

  sayCutOff(words) {
    this.isCutOff = true;
    this.$network.textContent = words;
    clearTimeout(this.tryingAgain);
    this.tryingAgain = setTimeout(() => this.send(), TRY_AGAIN);
  }

  async leave(event) {
    if (this.isSure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.isAsking) return;
    this.isAsking = true;
    const { target: $form, submitter: $button } = event;
    if (await this.keep()) this.submit($form, $button);
    else this.hold($form, $button);
    this.isAsking = false;
  }

  submit($form, $button) {
    this.isSure = true;
    if ($form === this.$outcome) this.kept.forget();
    $form.requestSubmit($button);
  }

  hold($form, $button) {
    const fields = [...fieldsOf($form), ...($button?.name ? [[$button.name, $button.value]] : [])];
    const label = $button ? words($button) : "";
    if ($form === this.$outcome) this.kept.keepOutcome({ label, value: $button.value });
    else if ($form.elements.step) this.kept.keepAnswer({ action: $form.action, fields });
    else return this.sayCutOff("No connection. Press it again when it is back.");
    this.kept.keepTyped(fieldsOf(this.$outcome));
    this.sayCutOff(`No connection. “${label}” is kept in this browser, and sent when it is back.`);
  }

  /** What was kept goes in its order: the answers first, for a call that is saved takes no more. */
  async send() {
    if (!(await this.keep())) return;
    const hadAnswers = this.kept.answers.length > 0;
    for (const answer of this.kept.answers) {
      if (!(await post(answer.action, [...answer.fields, ["csrfmiddlewaretoken", this.token]]))) return;
      this.kept.sentAnswer(answer);
    }
    const $button = this.outcomeButton();
    if ($button) this.submit(this.$outcome, $button);
    else if (hadAnswers) window.location.reload();
  }

  outcomeButton() {
    return this.kept.outcome && this.$outcome.querySelector(`button[value="${CSS.escape(this.kept.outcome.value)}"]`);
  }

  /**
   * The page was closed while there was no connection: what was typed stands in its boxes again, answers go at once,
   * and how it went is asked again.
   */
  offerAgain() {
    for (const [name, value] of this.kept.typed) {
      const $box = this.$outcome.elements[name];
      if ($box && !$box.value && $box.type !== "checkbox") $box.value = value;
    }
    if (this.kept.isEmpty) return;
    const { outcome } = this.kept;
    this.kept.outcome = null;
    if (this.kept.answers.length) this.send();
    if (!outcome) return;
    this.kept.store();
    this.$network.textContent = `Before the connection went you pressed “${outcome.label}”. It is not saved: press it again.`;
  }
}

function fieldsOf($form) {
  return [...new FormData($form)].filter(([name, value]) => typeof value === "string" && !NEVER_KEPT.has(name));
}

function words($button) {
  return $button.textContent.replace($button.querySelector("kbd")?.textContent ?? "", "").trim();
}

/** Nothing when the server cannot be reached. Where it sends us on to another page, that is not followed. */
async function post(address, fields) {
  try {
    return await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      signal: AbortSignal.timeout?.(PATIENCE),
    });
  } catch {
    return null;
  }
}
