/**
 * Puts the items of a list in order: by pointer on .handle, by keyboard on .handle (Space lifts, arrows move,
 * Space drops, Escape cancels) and by the plain buttons [data-move=up|down], which also work without script.
 * Each li[data-name] carries a hidden input, so the order of the inputs is the order that is sent:
 * on a drop the form named by data-form is submitted; else a "change" event bubbles from the list.
 * data-lifted, data-moved, data-dropped, data-cancelled: sentences with {name}, {position}, {count}.
 */
customElements.define("sortable-list", class extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol, ul");
    if (!this.list || this.live) return;
    this.live = document.createElement("p");
    this.live.className = "hidden-text";
    this.live.setAttribute("aria-live", "assertive");
    this.append(this.live);
    this.list.addEventListener("pointerdown", (event) => this.drag(event));
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.button(event));
    this.list.addEventListener("focusout", () => { if (this.item && !this.dragging) this.drop(); });
  }

  drag(event) {
    const handle = event.target.closest(".handle");
    if (!handle || event.button > 0 || this.dragging) return;
    event.preventDefault();
    if (this.item) this.drop();
    handle.focus();
    this.dragging = true;
    this.lift(handle.closest("li"));
    handle.setPointerCapture(event.pointerId);
    const over = (move) => this.follow(move.clientY);
    handle.addEventListener("pointermove", over);
    handle.addEventListener("lostpointercapture", () => {
      handle.removeEventListener("pointermove", over);
      this.dragging = false;
      if (this.item) this.drop();
    }, { once: true });
  }

  follow(y) {
    if (!this.item) return;
    const middle = (li) => li.getBoundingClientRect().top + li.offsetHeight / 2;
    const { previousElementSibling: above, nextElementSibling: below } = this.item;
    if (above && y < middle(above)) this.move(-1);
    else if (below && y > middle(below)) this.move(1);
  }

  key(event) {
    const handle = event.target.closest(".handle");
    if (!handle) return;
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === " " || event.key === "Enter") this.item ? this.drop() : this.lift(handle.closest("li"));
    else if (event.key === "Escape" && this.item) this.cancel();
    else if (way && this.item) this.move(way);
    else return;
    event.preventDefault();
  }

  button(event) {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    this.lift(button.closest("li"));
    this.move(button.dataset.move === "up" ? -1 : 1);
    this.drop();
  }

  lift(li) {
    this.item = li;
    this.before = [...this.list.children];
    li.classList.add("lifted");
    this.say("lifted");
  }

  // the neighbour moves around the item, so that the item keeps its focus and the pointer
  move(way) {
    const { previousElementSibling: above, nextElementSibling: below } = this.item;
    if (way < 0 && above) this.item.after(above);
    if (way > 0 && below) this.item.before(below);
    this.say("moved");
  }

  cancel() {
    const place = this.before.indexOf(this.item);
    this.item.before(...this.before.slice(0, place));
    this.item.after(...this.before.slice(place + 1));
    this.settle("cancelled");
  }

  drop() {
    const changed = this.before.some((li, index) => li !== this.list.children[index]);
    this.settle("dropped");
    if (!changed) return;
    const form = document.getElementById(this.dataset.form ?? "");
    if (form) form.requestSubmit();
    else this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  settle(how) {
    this.item.classList.remove("lifted");
    this.say(how);
    this.item = undefined;
  }

  say(what) {
    const values = { ...this.item.dataset, position: [...this.list.children].indexOf(this.item) + 1, count: this.list.children.length };
    this.live.textContent = (this.dataset[what] ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
});
