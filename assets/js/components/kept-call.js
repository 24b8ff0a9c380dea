const PREFIX = "linkworks-call:";

/** What was pressed and typed in one call and could not be sent. It stands in this browser, under the call's token. */
export class KeptCall {
  constructor(token) {
    this.key = PREFIX + token;
    const kept = JSON.parse(localStorage.getItem(this.key) ?? "{}");
    this.answers = kept.answers ?? [];
    this.typed = kept.typed ?? [];
    this.outcome = kept.outcome ?? null;
  }

  /** Those in this browser of other calls than this one. */
  static others(token = "") {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX) && key !== PREFIX + token)
      .map((key) => new KeptCall(key.slice(PREFIX.length)));
  }

  get isEmpty() {
    return !this.answers.length && !this.outcome;
  }

  /** The newest answer to a step stands for those before it. */
  keepAnswer(answer) {
    const step = value(answer.fields, "step");
    this.answers = [...this.answers.filter((one) => value(one.fields, "step") !== step), answer];
    this.store();
  }

  keepOutcome(outcome) {
    this.outcome = outcome;
    this.store();
  }

  keepTyped(typed) {
    this.typed = typed;
    this.store();
  }

  sentAnswer(answer) {
    this.answers = this.answers.filter((one) => one !== answer);
    this.store();
  }

  store() {
    const { answers, typed, outcome } = this;
    localStorage.setItem(this.key, JSON.stringify({ answers, typed, outcome }));
  }

  forget() {
    localStorage.removeItem(this.key);
  }
}

export function value(fields, name) {
  return fields.find(([one]) => one === name)?.[1] ?? "";
}
