/**
 * Copies a text: <copy-button data-text="…" data-done="Copied"><button type="button" class="button needs-script">…</button></copy-button>
 * or, with data-from="id", the value or text of another element. The button says data-done for two seconds.
 */
customElements.define("copy-button", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", async (event) => {
      const button = event.target.closest("button");
      if (!button || this.timer) return;
      const from = this.dataset.from && document.getElementById(this.dataset.from);
      const text = this.dataset.text ?? from?.value ?? from?.textContent.trim() ?? "";
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        from?.select?.();
        return;
      }
      this.say(button);
    });
  }

  say(button) {
    const before = [...button.childNodes];
    const live = document.createElement("span");
    live.setAttribute("role", "status");
    button.replaceChildren(live);
    live.textContent = this.dataset.done;
    this.timer = setTimeout(() => {
      button.replaceChildren(...before);
      this.timer = undefined;
    }, 2000);
  }
});
