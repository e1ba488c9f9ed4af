/**
 * The other pages of a running test, fetched while there is a network: turning to them costs no round trip, and one can go
 * on without a network. Fields keep what was answered, since the same elements come and go.
 */
export class TestPages {
  constructor(form, here) {
    this.form = form;
    this.here = here;
    this.field = form.elements.page;
    this.count = Number(form.dataset.pages);
    this.pages = new Map([[this.now, this.shown()]]);
    this.back = () => this.turn(Number(new URL(location.href).searchParams.get("page")) || 1) || location.reload();
    addEventListener("popstate", this.back);
  }

  stop() {
    removeEventListener("popstate", this.back);
  }

  get now() {
    return Number(this.field.value);
  }

  shown(within = this.form) {
    return [...within.querySelectorAll("[data-question], #answers > .form-end")];
  }

  async fetch(ready) {
    for (let page = 1; page <= this.count; page++) {
      if (this.pages.has(page)) continue;
      try {
        const response = await fetch(`${this.here}?page=${page}`, { headers: { "HX-Request": "true" } });
        if (!response.ok || response.redirected) return;
        const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
        const parts = this.shown(parsed).map((node) => document.adoptNode(node));
        if (parts.some((part) => part.querySelector("sortable-list"))) import("./sortable-list.js");
        parts.filter((part) => part.dataset.question).forEach(ready);
        this.pages.set(page, parts);
      } catch { return; }
    }
  }

  /** Where a button of the form leads: a page, or 0 for the look over it all. */
  target(button) {
    const page = { next: this.now + 1, back: this.now - 1, stay: this.now }[button?.value] ?? Number(button?.value);
    return page > this.count || !page ? 0 : page;
  }

  /** As a link would: the address says where one is, and the way back leads back. */
  go(page) {
    if (!this.turn(page)) return false;
    history.pushState(null, "", `${this.here}?page=${page}`);
    return true;
  }

  turn(page) {
    const parts = this.pages.get(page);
    if (!parts) return false;
    this.shown().forEach((part) => part.remove());
    this.form.append(...parts);
    this.field.value = page;
    document.querySelectorAll("[data-dot]").forEach((dot) => {
      if (Number(dot.value) === page) dot.setAttribute("aria-current", "true");
      else dot.removeAttribute("aria-current");
    });
    const heading = parts[0].querySelector("h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    parts[0].scrollIntoView({ block: "start" });
    return true;
  }
}
