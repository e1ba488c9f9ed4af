/** Wraps a details.menu: closes it with Escape, by a click elsewhere and when the focus leaves. */
customElements.define("menu-button", class extends HTMLElement {
  connectedCallback() {
    const menu = this.querySelector("details");
    if (!menu || this.live) return;
    this.live = true;
    const outside = (event) => { if (!menu.contains(event.target)) menu.open = false; };
    menu.addEventListener("toggle", () => {
      if (menu.open) document.addEventListener("pointerdown", outside);
      else document.removeEventListener("pointerdown", outside);
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
});
