/**
 * Puts items in order: by pointer on .handle, by keyboard on it (Space lifts, arrows move, Space drops, Escape cancels),
 * and by the buttons [data-move=up|down], which also submit without script. Each li[data-name] holds a hidden input;
 * a drop submits the form named by data-form, or lets "change" bubble. data-lifted, -moved, -dropped, -cancelled speak.
 */
customElements.define("sortable-list", class extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol, ul");
    if (!this.list || this.live) return;
    this.append(this.live = Object.assign(document.createElement("p"), { className: "hidden-text", ariaLive: "assertive" }));
    const acts = { pointerdown: this.drag, keydown: this.key, click: this.button };
    for (const type in acts) this.list.addEventListener(type, (event) => acts[type].call(this, event));
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
    handle.onpointermove = (move) => this.follow(move.clientY);
    handle.addEventListener("lostpointercapture", () => {
      this.dragging = handle.onpointermove = null;
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
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const press = event.key === " " || event.key === "Enter";
    if (!handle || !(press || (this.item && (way || event.key === "Escape")))) return;
    event.preventDefault();
    if (way) this.move(way);
    else if (!press) this.cancel();
    else if (this.item) this.drop();
    else this.lift(handle.closest("li"));
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
    Object.assign(this, { item: li, before: [...this.list.children] });
    li.classList.add("lifted");
    this.say("lifted");
  }

  // the neighbour moves around the item, so that the item keeps its focus and the pointer
  move(way) {
    const { previousElementSibling: above, nextElementSibling: below } = this.item;
    way < 0 ? above && this.item.after(above) : below && this.item.before(below);
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
    if (this.dataset.form) document.getElementById(this.dataset.form).requestSubmit();
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
