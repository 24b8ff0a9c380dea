import { Component } from "nhsuk-frontend";

/** Warns once before even a session in use ends. Nothing puts that off: one signs in again. */
export class SessionEnd extends Component {
  static moduleName = "app-session-end";

  constructor($root) {
    super($root);
    setTimeout(() => $root.showModal(), Number($root.dataset.seconds) * 1000);
  }
}
