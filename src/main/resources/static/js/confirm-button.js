/**
 * Asks before a dangerous submit. Wraps one submit button; without script the button submits at once,
 * so the server keeps its own page or its bin for what cannot be undone.
 * data-title, data-text, data-yes, data-no: the words.
 */
customElements.define("confirm-button", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || this.sure || button.closest("dialog")) return;
      event.preventDefault();
      event.stopPropagation();
      this.ask(button);
    }, true);
  }

  ask(button) {
    const dialog = make("dialog", { className: "dialog" });
    const title = make("h2", { textContent: this.dataset.title, id: `ask-${Math.random().toString(36).slice(2)}` });
    const no = make("button", { type: "button", className: "button", textContent: this.dataset.no, autofocus: true });
    const yes = make("button", { type: "button", className: "button danger primary", textContent: this.dataset.yes });
    const actions = make("div", { className: "actions" });
    actions.append(no, yes);
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.append(title);
    if (this.dataset.text) dialog.append(make("p", { textContent: this.dataset.text }));
    dialog.append(actions);
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      button.focus();
      if (dialog.returnValue === "yes") this.go(button);
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  go(button) {
    this.sure = true;
    button.click();
    this.sure = false;
  }
});

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
