import { Component } from "nhsuk-frontend";

import { KeptCall, value } from "./kept-call.js";

/** Of a call that is over, what this browser kept and never sent: offered once, for whoever rings next. */
export class LateCalls extends Component {
  static moduleName = "app-late-calls";

  constructor($root) {
    super($root);
    [this.call] = KeptCall.others().filter((call) => value(call.typed, "token"));
    if (!this.call) return;
    const $form = $root.querySelector("form");
    for (const name of ["contact", "token", "note"]) $form.elements[name].value = value(this.call.typed, name);
    $form.elements.outcome.value = this.call.outcome?.value ?? "";
    $root.hidden = false;
    $form.addEventListener("submit", () => this.call.forget());
    $root.querySelector("[data-forget]").addEventListener("click", () => this.forget());
  }

  forget() {
    this.call.forget();
    this.$root.hidden = true;
  }
}
