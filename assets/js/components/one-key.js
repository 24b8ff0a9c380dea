import { Component } from "nhsuk-frontend";

/** A form whose buttons have keys: what stands on `data-key` is pressed while nobody types into a box. */
export class OneKey extends Component {
  static moduleName = "app-one-key";

  constructor($root) {
    super($root);
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("textarea, input, select")) return;
    const $button = [...this.$root.querySelectorAll("[data-key]")].find(($one) => $one.dataset.key === event.key.toLowerCase());
    if (!$button) return;
    event.preventDefault();
    $button.click();
  }
}
