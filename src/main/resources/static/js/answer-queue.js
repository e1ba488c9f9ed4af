/**
 * Answers on their way to the server: each is kept - on this device too, if keep - until the server has said that it
 * has it for good. Sends at once, when the network returns, and every ten seconds.
 * changed(state): saved, saving, waiting, signed-out or over.
 */
export class AnswerQueue {
  constructor({ key, keep, address, changed }) {
    this.key = `answers:${key}`;
    this.keep = keep;
    this.address = address;
    this.changed = changed;
    this.waiting = new Map(Object.entries(keep ? this.kept() : {}));
    this.last = Math.max(0, ...[...this.waiting.values()].map((answer) => answer.noted));
  }

  start() {
    this.online = () => this.flush();
    addEventListener("online", this.online);
    this.timer = setInterval(this.online, 10_000);
    return this.flush();
  }

  stop() {
    removeEventListener("online", this.online);
    clearInterval(this.timer);
  }

  get size() {
    return this.waiting.size;
  }

  /** noted: milliseconds by the server's clock; a later answer always has a later one. */
  put(question, values, noted) {
    this.last = Math.max(Math.round(noted), this.last + 1);
    this.waiting.set(question, { values, noted: this.last });
    this.store();
    this.changed("saving");
    this.flush();
  }

  flush() {
    this.running ??= this.send().then((state) => {
      this.running = undefined;
      this.changed(state);
      return state;
    });
    return this.running;
  }

  async send() {
    while (this.size) {
      const [question, answer] = this.waiting.entries().next().value;
      let response;
      try {
        response = await fetch(this.address + encodeURIComponent(question), {
          method: "PUT",
          headers: { "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify(answer),
          keepalive: true,
          // a line that has died says nothing; sending the same answer twice does no harm
          signal: AbortSignal.timeout(30_000),
        });
      } catch { return "waiting"; }
      if ([401, 403].includes(response.status)) return "signed-out";
      if (!response.ok && ![409, 400, 422].includes(response.status)) return "waiting";
      if (this.waiting.get(question) === answer) this.waiting.delete(question);
      this.store();
      if (response.status === 409) this.over = true;
    }
    return this.over ? "over" : "saved";
  }

  kept() {
    try { return JSON.parse(localStorage.getItem(this.key) ?? "{}"); } catch { return {}; }
  }

  store() {
    if (!this.keep) return;
    try {
      if (this.size) localStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.waiting)));
      else localStorage.removeItem(this.key);
    } catch { this.keep = false; }
  }
}
