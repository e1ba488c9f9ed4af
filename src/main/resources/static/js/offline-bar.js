/** Shows its text while the browser has no network. <offline-bar class="offline-bar" role="status" hidden>…</offline-bar> */
customElements.define("offline-bar", class extends HTMLElement {
  connectedCallback() {
    this.show = () => { this.hidden = navigator.onLine; };
    addEventListener("online", this.show);
    addEventListener("offline", this.show);
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("online", this.show);
    removeEventListener("offline", this.show);
  }
});
