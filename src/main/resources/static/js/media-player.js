/**
 * A native audio or video that loads nothing before it is asked, resumes where the person left and tells the
 * server how far they got: data-seconds is the place to resume, form[data-position] (with an input "seconds")
 * is what is sent, every 15 seconds, on a pause and on leaving. [data-resumed] shows after a resume; a button
 * [data-restart] in it goes back to the start. [data-seek="83"] buttons in a transcript jump.
 */
customElements.define("media-player", class extends HTMLElement {
  connectedCallback() {
    this.media = this.querySelector("video, audio");
    if (!this.media || this.live) return;
    this.live = true;
    this.told = Number(this.dataset.seconds ?? 0);
    this.media.addEventListener("loadedmetadata", () => this.resume(), { once: true });
    this.media.addEventListener("timeupdate", () => { if (Math.abs(this.media.currentTime - this.told) >= 15) this.tell(); });
    this.media.addEventListener("pause", () => this.tell());
    this.media.addEventListener("ended", () => this.tell());
    this.leave = () => { if (document.visibilityState === "hidden") this.tell(); };
    document.addEventListener("visibilitychange", this.leave);
    this.addEventListener("click", (event) => {
      const seek = event.target.closest("[data-seek]");
      if (seek) this.go(Number(seek.dataset.seek));
      if (event.target.closest("[data-restart]")) this.go(0);
    });
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.leave);
  }

  resume() {
    const place = Number(this.dataset.seconds ?? 0);
    if (this.sought || place < 5 || place > this.media.duration - 5) return;
    this.media.currentTime = place;
    this.querySelectorAll("[data-resumed]").forEach((note) => { note.hidden = false; });
  }

  go(seconds) {
    this.sought = true;
    this.media.currentTime = seconds;
    this.media.play();
    this.querySelectorAll("[data-resumed]").forEach((note) => { note.hidden = true; });
  }

  tell() {
    const form = this.querySelector("form[data-position]");
    const seconds = Math.floor(this.media.currentTime);
    if (!form || this.media.readyState === 0 || seconds === this.told) return;
    this.told = seconds;
    form.elements.seconds.value = seconds;
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true }).catch(() => {});
  }
});
