import { Component } from "nhsuk-frontend";

const EVERY_MINUTE = 60_000;

/**
 * The call screen by keyboard: a number answers, O and a number or letter say how it went, Enter carries on.
 * While it is open it gives a sign every minute, so that the call stays with its caller.
 */
export class Call extends Component {
  static moduleName = "app-call";

  constructor($root) {
    super($root);
    this.$until = $root.querySelector("[data-until-words]");
    this.$network = $root.querySelector("[data-network]");
    document.addEventListener("keydown", (event) => this.press(event));
    setInterval(() => this.keep(), EVERY_MINUTE);
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("textarea, input[type=text]")) return;
    const key = event.key.toLowerCase();
    if (key === "o") {
      this.isOutcome = true;
      return;
    }
    if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
      this.$root.querySelector("[data-carry-on]")?.click();
    }
    if (!/^[1-9a-z]$/.test(key)) return;
    const kind = this.isOutcome ? "outcome" : "answer";
    this.isOutcome = false;
    const $pressed = this.$root.querySelector(`[data-${kind}="${key}"]`);
    if (!$pressed) return;
    event.preventDefault();
    $pressed.click();
  }

  async keep() {
    const token = this.$root.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(this.$root.dataset.keep, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
    this.$network.textContent = answer?.ok ? "" : "No connection. What you type stays here.";
    if (!answer?.ok) return;
    const { until } = await answer.json();
    this.$until.textContent = until ? `Yours until ${new Date(until).toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" })}.` : "This call has gone back to the queue. Your note is still kept when you save.";
  }
}
