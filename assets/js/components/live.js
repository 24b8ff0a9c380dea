import { Component } from "nhsuk-frontend";

const EVERY = 1_000;

/** Numbers that are fetched anew every second while somebody may be looking, until they are told to stop. */
export class Live extends Component {
  static moduleName = "app-live";

  constructor($root) {
    super($root);
    this.$numbers = $root.querySelector("[data-numbers]");
    this.$pause = $root.querySelector("[data-pause]");
    this.stop = this.$pause.textContent;
    this.$pause.hidden = false;
    this.$pause.addEventListener("click", () => this.turn());
    setInterval(() => this.count(), EVERY);
  }

  turn() {
    this.isStopped = !this.isStopped;
    this.$pause.textContent = this.isStopped ? "Count anew again" : this.stop;
  }

  async count() {
    if (this.isStopped || this.isAsking || document.hidden) return;
    this.isAsking = true;
    const answer = await fetch(this.$root.dataset.url, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer?.ok && !answer.redirected) this.$numbers.innerHTML = await answer.text();
    this.isAsking = false;
  }
}
