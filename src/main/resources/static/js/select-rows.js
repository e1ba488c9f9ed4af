/**
 * Wraps a form with a table whose rows begin with a checkbox (td.pick input) and a .selection bar.
 * The bar shows itself when something is chosen; [data-all] chooses all rows; [data-count] says how many
 * (data-texts on it holds the sentences by plural: {"one":"{n} person chosen","other":"{n} people chosen"}).
 * Without script the bar is simply always there.
 */
customElements.define("select-rows", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", (event) => {
      if (event.target.matches("[data-all]")) this.boxes().forEach((box) => { box.checked = event.target.checked; });
      if (event.target.matches("[data-all], td.pick input")) this.show();
    });
    this.addEventListener("click", (event) => {
      if (!event.target.closest("[data-none]")) return;
      this.boxes().forEach((box) => { box.checked = false; });
      this.show();
    });
    this.addEventListener("htmx:afterSettle", () => this.show());
    addEventListener("pageshow", () => this.show());
    this.show();
  }

  boxes() {
    return [...this.querySelectorAll("td.pick input[type=checkbox]:not(:disabled, [data-all])")];
  }

  show() {
    const boxes = this.boxes();
    const chosen = boxes.filter((box) => box.checked).length;
    this.querySelectorAll(".selection").forEach((bar) => { bar.hidden = chosen === 0; });
    this.querySelectorAll("[data-all]").forEach((all) => {
      all.checked = chosen > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    });
    this.querySelectorAll("[data-count]").forEach((place) => { place.textContent = sentence(place, chosen); });
  }
});

function sentence(place, count) {
  const language = place.closest("[lang]")?.lang || "en";
  const texts = JSON.parse(place.dataset.texts || '{"other":"{n}"}');
  const text = texts[new Intl.PluralRules(language).select(count)] ?? texts.other;
  return text.replace("{n}", new Intl.NumberFormat(language).format(count));
}
