import { Component } from "nhsuk-frontend";

const WARN_BEFORE = 120;

/** Warns two minutes before the session locks. Work in another tab puts the lock off in this one. */
export class SessionWarning extends Component {
  static moduleName = "app-session-warning";

  constructor($root) {
    super($root);
    this.seconds = Number($root.dataset.seconds);
    this.$countdown = $root.querySelector("[data-countdown]");
    this.channel = new BroadcastChannel("linkworks-session");
    this.channel.addEventListener("message", () => this.startAgain());
    document.addEventListener("input", () => (this.hasTyped = true));
    $root.addEventListener("close", () => this.stay());
    this.startAgain();
    this.channel.postMessage("alive");
    setInterval(() => this.tick(), 1000);
  }

  startAgain() {
    this.locksAt = Date.now() + this.seconds * 1000;
    if (this.$root.open) this.$root.close("elsewhere");
  }

  tick() {
    const left = Math.round((this.locksAt - Date.now()) / 1000);
    if (left <= 0) this.lock();
    else if (left <= WARN_BEFORE) this.warn(left);
  }

  warn(left) {
    if (!this.$root.open) this.$root.showModal();
    const minutes = Math.ceil(left / 60);
    const said = minutes > 1 ? `in ${minutes} minutes` : "in less than a minute";
    if (this.$countdown.textContent !== said) this.$countdown.textContent = said;
  }

  async stay() {
    if (this.$root.returnValue === "elsewhere") return;
    const answer = await fetch(this.$root.dataset.keepAlive, { redirect: "error" }).catch(() => null);
    if (!answer?.ok) return;
    this.startAgain();
    this.channel.postMessage("alive");
  }

  /** What has been typed stays on the page: the server keeps it when it is posted to a locked session. */
  lock() {
    this.locksAt = Infinity;
    if (!this.hasTyped) window.location.reload();
  }
}
