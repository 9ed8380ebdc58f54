/* <photo-gallery>: a strip of pictures that is leafed through, by thumb, arrow keys or buttons; it says "Ảnh 3/7".

     <photo-gallery role="group" aria-label="Bộ ảnh, 7 ảnh"><ul class="gallery" role="list"><li>…</li>…</ul></photo-gallery>

   The strip itself is made by the stylesheet (gallery.css), and scrolls without this script. */

const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }

class PhotoGallery extends HTMLElement {
  connectedCallback() {
    this.strip = this.querySelector(".gallery")
    if (this.bar || !this.strip || this.places.length < 2) return
    this.bar = document.createElement("div")
    this.bar.className = "gallery-bar"
    this.status = document.createElement("span")
    this.status.setAttribute("role", "status")
    this.back = this.button("‹ Trước", "Ảnh trước", -1)
    this.on = this.button("Sau ›", "Ảnh sau", 1)
    this.bar.append(this.back, this.status, this.on)
    this.append(this.bar)
    this.tell()
    this.strip.addEventListener("scroll", () => this.tell(), { passive: true })
    this.addEventListener("keydown", (event) => this.turn(event))
  }

  get places() {
    return [...this.strip.children]
  }

  /* Of the picture in sight, from 0. */
  get current() {
    return Math.round(this.strip.scrollLeft / (this.strip.clientWidth || 1))
  }

  button(words, name, step) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = words
    button.setAttribute("aria-label", name)
    button.addEventListener("click", () => this.show(this.goal() + step))
    return button
  }

  /* Where the strip is, or is on its way to. */
  goal() {
    return this.wanted ?? this.current
  }

  show(index, behavior = "auto") {
    this.wanted = Math.max(0, Math.min(index, this.places.length - 1))
    this.strip.scrollTo({ left: this.wanted * this.strip.clientWidth, behavior })
    this.tell()
  }

  tell() {
    const now = this.current
    if (now === this.wanted) this.wanted = undefined
    const words = `Ảnh ${now + 1}/${this.places.length}`
    if (this.status.textContent !== words) this.status.textContent = words
    // Not disabled: the one who holds the focus would lose it.
    this.back.setAttribute("aria-disabled", now === 0)
    this.on.setAttribute("aria-disabled", now === this.places.length - 1)
  }

  turn(event) {
    const step = KEYS[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.show(this.goal() + step)
  }
}

customElements.define("photo-gallery", PhotoGallery)
