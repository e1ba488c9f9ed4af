// Our custom elements, one a file; each is loaded only where a page uses it.
const elements = ["confirm-button", "copy-button", "audio-slides", "dirty-form", "media-player", "select-rows", "sortable-list", "offline-bar", "menu-button", "fresh-page", "file-size", "test-attempt", "rich-text"];
const base = new URL(".", import.meta.url);
for (const name of elements) {
  if (document.querySelector(name)) import(new URL(`${name}.js`, base).href);
}
