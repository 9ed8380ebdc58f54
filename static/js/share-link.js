/* <share-link>: copies the address of a place on this page, and shares it where the browser can.

     <share-link><a href="#hoi-dap-12"><span>Liên kết</span><span class="visually-hidden"> tới câu 3</span></a></share-link>

   The link becomes "Chép liên kết" and says "Đã chép"; a button "Chia sẻ" comes where there is navigator.share. What is
   copied is the page's one address (link rel=canonical) with the fragment. Without this script, or where the browser
   lets nobody write to its clipboard, the link leads to its place, and the address bar has what is to be copied. */

const SAID_FOR = 2500 // ms

class ShareLink extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a")
    if (this.status || !this.link) return
    this.status = document.createElement("span")
    this.status.setAttribute("role", "status")
    this.prepend(this.status)
    if (navigator.clipboard) {
      this.link.firstElementChild.textContent = "Chép liên kết"
      this.link.addEventListener("click", (event) => this.copy(event))
    }
    if (navigator.share) this.append(this.button())
  }

  get address() {
    const page = document.querySelector("link[rel=canonical]")?.href ?? location.href
    return new URL(this.link.getAttribute("href"), page).href
  }

  button() {
    const button = document.createElement("button")
    const place = this.link.lastElementChild.cloneNode(true)
    button.type = "button"
    place.textContent = place.textContent.replace(" tới", "")
    button.append("Chia sẻ", place)
    button.addEventListener("click", () => this.share())
    return button
  }

  async copy(event) {
    // Opening in another tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    try {
      await navigator.clipboard.writeText(this.address)
      this.say("Đã chép")
    } catch {
      // Refused: the address bar shows what is to be copied.
      location.hash = this.link.hash
      this.say("Chép ở thanh địa chỉ")
    }
  }

  async share() {
    try {
      await navigator.share({ title: document.title, url: this.address })
    } catch (error) {
      // Whoever closes the browser's panel has changed their mind.
      if (error.name !== "AbortError") throw error
    }
  }

  say(words) {
    this.status.textContent = words
    clearTimeout(this.saying)
    this.saying = setTimeout(() => (this.status.textContent = ""), SAID_FOR)
  }
}

customElements.define("share-link", ShareLink)
