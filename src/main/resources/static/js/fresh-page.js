// Asks for its page again every few seconds and puts the new main part in its place, until the page has none of us.
class FreshPage extends HTMLElement {
  connectedCallback() {
    this.timer = setTimeout(() => this.ask(), Number(this.dataset.seconds || 2) * 1000);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, cache: "no-store" });
      if (!answer.ok) return location.reload();
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      fresh?.querySelectorAll("noscript").forEach((other) => other.remove()); // parsed without script, it would come to life
      if (fresh) document.querySelector("main").replaceWith(document.adoptNode(fresh));
    } catch {
      this.connectedCallback(); // no network: try again
    }
  }
}

customElements.define("fresh-page", FreshPage);
