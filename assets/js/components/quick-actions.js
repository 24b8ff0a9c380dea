import { Component } from "nhsuk-frontend";

/** Alt and a letter does what the link does, wherever one is on the page. */
export class QuickActions extends Component {
  static moduleName = "app-quick-actions";

  constructor($root) {
    super($root);
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const letter = event.code.replace(/^(Key|Digit)/, "");
    const $link = this.$root.querySelector(`[data-key="${CSS.escape(letter)}"]`);
    if (!$link) return;
    event.preventDefault();
    $link.click();
  }
}
