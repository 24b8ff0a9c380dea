import { Component } from "nhsuk-frontend";

/** Copies a text to the clipboard, and says so. Without script one selects the text oneself. */
export class CopyBlock extends Component {
  static moduleName = "app-copy-block";

  constructor($root) {
    super($root);
    this.$text = $root.querySelector("textarea");
    this.$said = $root.querySelector("[data-copy-said]");
    const $button = $root.querySelector("[data-copy]");
    $button.hidden = false;
    $button.addEventListener("click", () => this.copy());
  }

  async copy() {
    this.$text.select();
    try {
      await navigator.clipboard.writeText(this.$text.value);
      this.$said.textContent = "Copied";
    } catch {
      this.$said.textContent = "The text is selected. Press Ctrl and C to copy it.";
    }
  }
}
