/* <most-read>: the list of what is read most, fetched when the reader comes near it.

     <most-read><a href="/luu-tru/doc-nhieu/">Bài đọc nhiều</a></most-read>

   The list of the page the link leads to takes the link's place. Without this script, or where the list cannot be
   had, the link stays. Where nothing is read much yet, nothing is shown. */

class MostRead extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a")
    if (!this.link) return
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.fetch()
    }, { rootMargin: "600px 0px" })
    this.observer.observe(this)
  }

  disconnectedCallback() {
    this.observer?.disconnect()
  }

  async fetch() {
    this.observer.disconnect()
    let response
    try {
      response = await fetch(this.link.href)
    } catch {
      return // offline: the link stays
    }
    if (!response.ok) return
    const there = new DOMParser().parseFromString(await response.text(), "text/html")
    const list = there.querySelector(".most-read")
    const here = new URL(location.href).pathname
    list?.querySelector(`a[href="${CSS.escape(here)}"]`)?.setAttribute("aria-current", "page")
    if (list) this.replaceChildren(list)
    else this.hidden = true
  }
}

customElements.define("most-read", MostRead)
