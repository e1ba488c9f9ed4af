/**
 * Slides that go with a sound: shows the one of the moment, li[data-at] in seconds, while the audio of the same
 * media-player plays. Without script all of them stand below the sound, each with its time.
 */
customElements.define("audio-slides", class extends HTMLElement {
  connectedCallback() {
    this.audio = this.closest("media-player")?.querySelector("audio");
    this.slides = [...this.querySelectorAll("li[data-at]")];
    if (!this.audio || this.slides.length === 0) return;
    this.turn = () => this.show();
    this.audio.addEventListener("timeupdate", this.turn);
    this.audio.addEventListener("seeked", this.turn);
    this.show();
  }

  disconnectedCallback() {
    this.audio?.removeEventListener("timeupdate", this.turn);
    this.audio?.removeEventListener("seeked", this.turn);
  }

  show() {
    const now = this.audio.currentTime;
    const current = this.slides.findLast((slide) => Number(slide.dataset.at) <= now) ?? this.slides[0];
    this.slides.forEach((slide) => { slide.hidden = slide !== current; });
  }
});
