import { fill, values } from "./answer-fields.js";
import { AnswerQueue } from "./answer-queue.js";
import { TestPages } from "./test-pages.js";

/**
 * A running test: saves every answer as it is given, says whether it is saved, shows the clock by the server's time,
 * and hands in when time is up. data-key: the attempt; data-now, data-deadline: milliseconds by the server;
 * data-keep="no" on shared computers; data-only-send: no questions here, only what still waits is sent.
 */
customElements.define("test-attempt", class extends HTMLElement {
  connectedCallback() {
    if (this.queue) return;
    this.offset = (Number(this.dataset.now) || Date.now()) - Date.now();
    this.deadline = Number(this.dataset.deadline);
    this.queue = new AnswerQueue({
      key: this.dataset.key,
      keep: this.dataset.keep !== "no",
      address: `${this.dataset.here}/answers/`,
      changed: (state) => this.show(state),
    });
    const leftover = this.queue.size > 0;
    this.querySelectorAll("[data-question]").forEach((question) => this.refill(question));
    this.addEventListener("input", (event) => this.typed(event));
    this.addEventListener("change", (event) => this.given(event));
    this.addEventListener("submit", (event) => this.leave(event));
    this.queue.start().then((state) => {
      if (leftover && this.dataset.onlySend !== undefined && state === "saved") location.reload();
      const form = this.querySelector("form[data-pages]");
      if (form) (this.pages = new TestPages(form, this.dataset.here)).fetch((question) => this.refill(question));
    });
    if (this.deadline) this.ticking = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    this.queue.stop();
    this.pages?.stop();
    clearInterval(this.ticking);
  }

  refill(question) {
    const answer = this.queue.waiting.get(question.dataset.question);
    if (answer) fill(question, answer.values);
  }

  typed({ target }) {
    if (target.type !== "text") return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.note(target), 700);
  }

  given({ target }) {
    clearTimeout(this.pause);
    if (target.matches("[data-ordering]")) [...target.children].forEach((li, index) => { li.querySelector("select").value = index + 1; });
    this.note(target);
  }

  note(target) {
    const question = target.closest("[data-question]");
    if (!question || (this.deadline && this.left() < 0)) return;
    const given = values(question);
    this.queue.put(question.dataset.question, given, Date.now() + this.offset);
    const dot = this.querySelector(`[data-dot="${CSS.escape(question.dataset.question)}"]`);
    dot?.classList.toggle("answered", given.length > 0);
    dot?.setAttribute("aria-label", `${dot.dataset.number}, ${this.dataset[given.length ? "answered" : "empty"]}`);
  }

  // pages that are here already turn without the network; nobody is led to one that it cannot bring
  async leave(event) {
    const { target, submitter } = event;
    const page = target === this.pages?.form ? this.pages.target(submitter) : 0;
    if (!this.sure && page && this.pages.go(page)) return event.preventDefault();
    if (this.sure || (!this.queue.size && navigator.onLine)) return;
    event.preventDefault();
    const state = await this.queue.flush();
    this.sure = navigator.onLine && (state === "saved" || state === "over");
    if (this.sure) return target.requestSubmit(submitter);
    this.show(state === "saved" ? "waiting" : state);
  }

  show(state) {
    const place = this.querySelector("[data-state]");
    const text = state === "signed-out" ? "waiting" : state;
    place.textContent = this.dataset[text].replace("{n}", this.queue.size);
    place.className = `save-state ${{ saved: "saved", saving: "" }[state] ?? "waiting"}`;
    this.querySelector("[data-signed-out]")?.toggleAttribute("hidden", state !== "signed-out");
    this.querySelector("[data-offline]")?.toggleAttribute("hidden", state !== "waiting");
    if (state === "over" || (this.up && state === "saved")) this.handIn();
  }

  left() {
    return this.deadline - Date.now() - this.offset;
  }

  tick() {
    const seconds = Math.max(0, Math.ceil(this.left() / 1000));
    const timer = this.querySelector("[data-timer]");
    const two = (n) => String(n).padStart(2, "0");
    timer.querySelector("time").textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    timer.classList.toggle("late", seconds < 120);
    if (seconds > 0 || this.up) return;
    this.up = true;
    this.querySelectorAll("[data-question]").forEach((question) => { question.inert = true; });
    this.queue.flush();
  }

  handIn() {
    clearInterval(this.ticking);
    this.sure = true;
    this.up = false;
    this.querySelector("[data-hand-in]")?.requestSubmit();
  }
});
