/* <story-read>: tells the paper, once, that this story is being read.

     <story-read door="/luu-tru/da-doc/12/"></story-read>

   After the page was in sight for some seconds a beacon goes to the door: no cookie, nothing about the reader
   (newsroom/reading.py). Without this script the story is not counted. */

const READ_AFTER = 8000 // ms in sight

class StoryRead extends HTMLElement {
  connectedCallback() {
    this.look = () => this.watch()
    document.addEventListener("visibilitychange", this.look)
    this.watch()
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.look)
    clearTimeout(this.waiting)
  }

  watch() {
    clearTimeout(this.waiting)
    if (document.visibilityState === "visible") this.waiting = setTimeout(() => this.tell(), READ_AFTER)
  }

  tell() {
    document.removeEventListener("visibilitychange", this.look)
    navigator.sendBeacon(this.getAttribute("door"))
  }
}

customElements.define("story-read", StoryRead)
