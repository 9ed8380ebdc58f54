/* <photo-viewer>: the pictures of the story around it, large, one after the other, with caption and credit.

   A picture is a plain link to its file (templates/articles/_figure.html); this opens a window instead, closed by its
   button or Escape. The strip in it is a <photo-gallery>, whose script is loaded before. */

class PhotoViewer extends HTMLElement {
  connectedCallback() {
    this.story = this.closest("article")
    this.story?.addEventListener("click", (event) => this.open(event))
  }

  get links() {
    return [...this.story.querySelectorAll("a.figure-large")].filter((link) => !this.contains(link))
  }

  open(event) {
    const link = event.target.closest("a.figure-large")
    // Opening in another tab or window is the browser's business.
    if (!link || this.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    this.dialog?.remove()
    this.dialog = this.drawn(this.links)
    this.append(this.dialog)
    this.dialog.showModal()
    const gallery = this.dialog.querySelector("photo-gallery")
    gallery.show?.(this.links.indexOf(link), "instant")
    this.dialog.addEventListener("close", () => link.focus({ preventScroll: true }))
  }

  drawn(links) {
    const dialog = document.createElement("dialog")
    dialog.className = "photo-viewer"
    dialog.setAttribute("aria-label", "Ảnh lớn")
    const close = document.createElement("button")
    close.type = "button"
    close.className = "photo-viewer-close"
    close.textContent = "Đóng ✕"
    close.addEventListener("click", () => dialog.close())
    const gallery = document.createElement("photo-gallery")
    const strip = document.createElement("ul")
    strip.className = "gallery"
    strip.setAttribute("role", "list")
    strip.tabIndex = 0 // it scrolls, and holds no link
    strip.append(...links.map((link) => this.place(link)))
    gallery.append(strip)
    // The keys of the strip hold wherever one is in the window.
    dialog.addEventListener("keydown", (event) => gallery.contains(event.target) || gallery.turn?.(event))
    dialog.append(close, gallery)
    return dialog
  }

  place(link) {
    const place = document.createElement("li")
    const figure = link.closest("figure").cloneNode(true)
    const picture = figure.querySelector("picture")
    figure.querySelector("a.figure-large").replaceWith(picture)
    for (const source of picture.querySelectorAll("source[media]")) source.remove() // the small ones, of a phone's page
    for (const source of picture.querySelectorAll("source, img")) source.sizes = "100vw"
    picture.querySelector("img").removeAttribute("fetchpriority")
    place.append(figure)
    return place
  }
}

customElements.define("photo-viewer", PhotoViewer)
