import { Component } from "nhsuk-frontend";

const AFTER_NO_ANSWER = 1_000;

/** Numbers that are fetched anew when they say so, while somebody may be looking, until they are told to stop. */
export class Live extends Component {
  static moduleName = "app-live";

  constructor($root) {
    super($root);
    this.$numbers = $root.querySelector("[data-numbers]");
    this.$pause = $root.querySelector("[data-pause]");
    this.stop = this.$pause.textContent;
    this.$pause.hidden = false;
    this.$pause.addEventListener("click", () => this.turn());
    this.waitFor(this.nextIn());
  }

  turn() {
    this.isStopped = !this.isStopped;
    this.$pause.textContent = this.isStopped ? "Count anew again" : this.stop;
  }

  waitFor(milliseconds) {
    setTimeout(async () => this.waitFor(await this.count()), milliseconds);
  }

  nextIn() {
    return Number(this.$numbers.querySelector("[data-next-in]").dataset.nextIn);
  }

  async count() {
    if (this.isStopped || document.hidden) return AFTER_NO_ANSWER;
    const answer = await fetch(this.$root.dataset.url, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return AFTER_NO_ANSWER;
    this.$numbers.innerHTML = await answer.text();
    return this.nextIn();
  }
}
