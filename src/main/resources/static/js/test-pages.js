/**
 * The other pages of a running test, fetched while there is a network, so that one can go on without it.
 * Fields keep what was answered, since the same elements come and go.
 */
export class TestPages {
  constructor(form, here) {
    this.form = form;
    this.here = here;
    this.field = form.elements.page;
    this.count = Number(form.dataset.pages);
    this.pages = new Map([[this.now, this.shown()]]);
  }

  get now() {
    return Number(this.field.value);
  }

  shown() {
    return [...this.form.querySelectorAll("[data-question]")];
  }

  async fetch(ready) {
    for (let page = 1; page <= this.count; page++) {
      if (this.pages.has(page)) continue;
      try {
        const response = await fetch(`${this.here}?page=${page}`, { headers: { "HX-Request": "true" } });
        if (!response.ok || response.redirected) return;
        const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
        const questions = [...parsed.querySelectorAll("[data-question]")].map((node) => document.adoptNode(node));
        questions.forEach(ready);
        this.pages.set(page, questions);
      } catch { return; }
    }
  }

  /** Where a button of the form leads: a page, or 0 for the look over it all. */
  target(button) {
    const page = { next: this.now + 1, back: this.now - 1, stay: this.now }[button?.value] ?? Number(button?.value);
    return page > this.count || !page ? 0 : page;
  }

  turn(page) {
    const questions = this.pages.get(page);
    if (!questions) return false;
    const end = this.form.querySelector(".form-end");
    this.shown().forEach((question) => question.remove());
    questions.forEach((question) => end.before(question));
    this.field.value = page;
    this.form.querySelectorAll("[data-page]").forEach((place) => { place.textContent = place.dataset.page.replace("{n}", page); });
    document.querySelectorAll("[data-dot]").forEach((dot) => {
      if (Number(dot.value) === page) dot.setAttribute("aria-current", "true");
      else dot.removeAttribute("aria-current");
    });
    questions[0]?.scrollIntoView({ block: "start" });
    return true;
  }
}
