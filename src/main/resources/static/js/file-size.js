/**
 * Says that a file is too large before it is sent: the form is not sent then. Wraps a file field; data-most: bytes;
 * the words stand in its [data-too-large].
 */
customElements.define("file-size", class extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input[type=file]");
    if (!field || this.live) return;
    this.live = true;
    field.addEventListener("change", () => this.check(field));
    this.check(field);
  }

  check(field) {
    const words = this.querySelector("[data-too-large]");
    const bytes = [...field.files].reduce((sum, file) => sum + file.size, 0);
    const large = bytes > Number(this.dataset.most);
    field.setCustomValidity(large ? words.textContent.trim() : "");
    words.hidden = !large;
    if (large) field.setAttribute("aria-invalid", "true");
    else if (this.was) field.removeAttribute("aria-invalid");
    this.was = large;
  }
});
