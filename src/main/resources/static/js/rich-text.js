/**
 * Makes writing a lesson look like the lesson: Quill over a textarea that keeps the HTML. What Quill does not know -
 * tables, boxes, self-checks, figures - stays as it is, as a part that is edited in HTML, so that nothing is lost. If
 * the text would come back different all the same, the textarea stays.
 * data-script, data-style: where Quill is. data-link, -part, -edit, -keep, -remove, -cancel: words.
 */
const KNOWN = { P: [], H2: [], H3: [], UL: [], OL: [], LI: [], BLOCKQUOTE: [], STRONG: [], EM: [], BR: [], A: ["href", "rel"] };
const INLINE = ["STRONG", "EM", "A", "BR"];
let loading;

function load(script, style) {
  loading ??= new Promise((done, failed) => {
    document.head.append(make("link", { rel: "stylesheet", href: style }));
    document.head.append(make("script", { src: script, onload: () => done(island(window.Quill)), onerror: failed }));
  });
  return loading;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function island(Quill) {
  const Embed = Quill.import("blots/block/embed");
  class Island extends Embed {
    static blotName = "island";
    static tagName = "div";
    static className = "rich-island";
    static create(html) {
      const node = super.create();
      node.dataset.html = html;
      node.contentEditable = "false";
      node.tabIndex = 0;
      node.innerHTML = html;
      return node;
    }
    static value(node) { return node.dataset.html; }
    html() { return this.domNode.dataset.html; }
  }
  Quill.register(Island);
  return Quill;
}

// a list of plain lines, a paragraph, a heading: all that Quill gives back as it got it
function simple(element) {
  const allowed = KNOWN[element.tagName];
  if (!allowed || [...element.attributes].some(({ name }) => !allowed.includes(name))) return false;
  const list = ["UL", "OL"].includes(element.tagName);
  return [...element.childNodes].every((child) => child.nodeType === Node.ELEMENT_NODE
    ? (list ? child.tagName === "LI" : INLINE.includes(child.tagName)) && simple(child)
    : !list || !child.textContent.trim());
}

function prepared(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of [...body.childNodes]) {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      if (node.textContent.trim()) node.replaceWith(make("p", { textContent: node.textContent.trim() }));
      else node.remove();
    } else if (!simple(node)) {
      const part = make("div", { className: "rich-island" });
      part.dataset.html = node.outerHTML;
      node.replaceWith(part);
    }
  }
  return body.innerHTML;
}

const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, "");

customElements.define("rich-text", class extends HTMLElement {
  async connectedCallback() {
    this.area = this.querySelector("textarea");
    if (!this.area || this.editor) return;
    this.tools = this.querySelector(".rich-tools");
    this.source = this.tools.querySelector("[data-source]");
    this.tools.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    try { this.begin(await load(this.dataset.script, this.dataset.style)); } catch { this.tools.hidden = true; }
  }

  begin(Quill) {
    this.place = make("div", { lang: this.area.lang, dir: this.area.dir });
    this.area.after(this.place);
    this.editor = new Quill(this.place, {
      formats: ["bold", "italic", "header", "list", "link", "blockquote", "island"],
      modules: { toolbar: { container: this.tools, handlers: {
        link: () => this.link(), island: () => this.part(null) } } },
    });
    const root = this.editor.root;
    root.classList.add("prose");
    root.setAttribute("role", "textbox");
    root.setAttribute("aria-multiline", "true");
    root.setAttribute("aria-labelledby", `${this.area.id}-label`);
    root.addEventListener("dblclick", (event) => this.open(event));
    root.addEventListener("keydown", (event) => { if (event.key === "Enter") this.open(event); }, true);
    this.tools.querySelectorAll("button").forEach((button) => { button.disabled = false; });
    this.source.addEventListener("click", () => this.show(this.source.getAttribute("aria-pressed") === "true"));
    this.area.addEventListener("input", (event) => { if (!this.writing && event.isTrusted === false) this.show(this.shown); });
    this.editor.on("text-change", (delta, old, who) => { if (who === "user") this.write(); });
    this.show(true);
  }

  /** The text in Quill, or its HTML; Quill only when nothing of it would be lost. */
  show(rich) {
    const html = this.area.value;
    if (rich) this.editor.setContents(this.editor.clipboard.convert({ html: prepared(html) }), "silent");
    this.shown = rich && words(this.html()) === words(html);
    this.place.hidden = !this.shown;
    this.area.hidden = this.shown;
    this.source.setAttribute("aria-pressed", String(!this.shown));
    this.tools.querySelectorAll("button:not([data-source])").forEach((button) => { button.disabled = !this.shown; });
  }

  html() {
    return this.editor.getSemanticHTML().replaceAll("&nbsp;", " ").replaceAll("<p></p>", "").trim();
  }

  write() {
    this.writing = true;
    this.area.value = this.html();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
    this.writing = false;
  }

  link() {
    const range = this.editor.getSelection();
    if (!range?.length) return;
    const address = prompt(this.dataset.link, this.editor.getFormat(range).link ?? "https://");
    if (address !== null) this.editor.format("link", address.trim() || false, "user");
  }

  open(event) {
    const node = event.target.closest?.(".rich-island");
    if (!node) return;
    event.preventDefault();
    event.stopPropagation();
    this.part(node);
  }

  /** A dialog for the HTML of one part; null begins a new one. */
  part(node) {
    const at = node ? this.editor.getIndex(window.Quill.find(node)) : this.editor.getSelection(true).index;
    const area = make("textarea", { className: "input", rows: 14, value: node?.dataset.html ?? "<aside class=\"key\"><p></p></aside>", lang: this.area.lang, dir: "ltr" });
    area.setAttribute("aria-label", this.dataset.part);
    const button = (text, value, kind = "") => make("button", { className: `button ${kind}`, value, textContent: text });
    const form = make("form", { method: "dialog" }, area, make("div", { className: "actions" },
      button(this.dataset.keep, "keep", "primary"), ...(node ? [button(this.dataset.remove, "remove", "danger")] : []), button(this.dataset.cancel, "")));
    const dialog = make("dialog", { className: "dialog" }, make("h2", { textContent: this.dataset.part }), form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue) {
        if (node) this.editor.deleteText(at, 1, "user");
        if (dialog.returnValue === "keep" && area.value.trim()) this.editor.insertEmbed(at, "island", area.value.trim(), "user");
      }
      this.editor.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  }
});
