import { Component } from "nhsuk-frontend";

/** Puts a minus and a plus beside a box for a number. The box works without them. */
export class Stepper extends Component {
  static moduleName = "app-stepper";

  constructor($root) {
    super($root);
    this.$input = $root.querySelector("input");
    const by = Number($root.dataset.by) || 1;
    this.$input.before(this.button("−", `Less by ${by}`, -by));
    this.$input.after(this.button("+", `More by ${by}`, by));
  }

  button(sign, label, by) {
    const $button = document.createElement("button");
    $button.type = "button";
    $button.className = "app-stepper__button";
    $button.textContent = sign;
    $button.setAttribute("aria-label", label);
    $button.addEventListener("click", () => this.step(by));
    return $button;
  }

  step(by) {
    const { smallest = 0, largest = Infinity } = this.$root.dataset;
    const next = (Number.parseInt(this.$input.value, 10) || 0) + by;
    this.$input.value = Math.min(Math.max(next, Number(smallest)), Number(largest));
    this.$input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
