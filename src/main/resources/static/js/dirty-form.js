/**
 * Wraps a form so that nothing typed is lost: the browser warns before leaving, and a draft is kept in this tab
 * under data-key (put the version in it: what is saved has a new key). After a reload [data-offer] shows, with [data-restore] and [data-discard] buttons.
 * data-keep="no" (shared computers) keeps no draft. Passwords and files are never kept.
 */
customElements.define("dirty-form", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form || this.live) return;
    this.live = true;
    this.key = `draft:${this.dataset.key}`;
    this.keeps = this.dataset.key && this.dataset.keep !== "no";
    this.saved = this.content();
    this.leaving = (event) => { if (this.dirty()) event.preventDefault(); };
    addEventListener("beforeunload", this.leaving);
    this.form.addEventListener("input", () => this.remember());
    this.form.addEventListener("submit", () => { this.sent = true; });
    this.form.addEventListener("htmx:afterRequest", (event) => this.answered(event.detail.successful));
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-restore]")) this.restore();
      if (event.target.closest("[data-discard]")) this.forget();
    });
    const draft = this.keeps && sessionStorage.getItem(this.key);
    if (draft && draft !== this.saved) this.offer(true);
    else this.forget();
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.leaving);
  }

  dirty() {
    return !this.sent && this.content() !== this.saved;
  }

  content() {
    const fields = [...this.form.elements].filter((field) =>
      field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type));
    return JSON.stringify(fields.map((field) =>
      [field.name, ["checkbox", "radio"].includes(field.type) ? field.checked : field.value]));
  }

  remember() {
    this.sent = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.keeps) try { sessionStorage.setItem(this.key, this.content()); } catch { this.keeps = false; }
    }, 400);
  }

  restore() {
    const draft = JSON.parse(sessionStorage.getItem(this.key) ?? "[]");
    const fields = [...this.form.elements];
    for (const [name, value] of draft) {
      const at = fields.findIndex((field) => field.name === name);
      if (at < 0) continue;
      const [field] = fields.splice(at, 1);
      if (typeof value === "boolean") field.checked = value; else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.offer(false);
  }

  answered(successful) {
    this.sent = false;
    if (!successful) return;
    this.saved = this.content();
    this.forget();
  }

  forget() {
    clearTimeout(this.timer);
    if (this.dataset.key) sessionStorage.removeItem(this.key);
    this.offer(false);
  }

  offer(show) {
    this.querySelectorAll("[data-offer]").forEach((place) => { place.hidden = !show; });
  }
});
