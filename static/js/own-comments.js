/* <own-comments data-article="12">: what this browser has sent and a moderator has not decided yet, shown in place as
   waiting. Kept in this browser alone; no address ever shows it.

   The form's submission is noted for the session; the page that says "sent" (data-sent) makes it a waiting one. It goes
   when the thread has it, or after two days. Without this script, or without storage, nothing is missing but this. */

const KEPT = 2 * 24 * 3600 * 1000 // ms
const MOST = 20
const plain = (text) => text.replace(/\s+/gu, " ").trim().normalize("NFC")

class OwnComments extends HTMLElement {
  connectedCallback() {
    if (this.known) return
    this.known = true
    try {
      this.start()
    } catch (error) {
      // Storage may be switched off or full: the page is whole without it.
      if (!(error instanceof DOMException)) throw error
    }
  }

  start() {
    if (this.hasAttribute("data-sent")) this.accept()
    const form = document.querySelector("#gui-y-kien")
    form?.addEventListener("submit", () => this.note(new FormData(form)))
    const shown = new Set([...document.querySelectorAll(".thread .comment-text")].map((node) => plain(node.textContent)))
    const waiting = this.stored().filter((each) => Date.now() - each.at < KEPT && !shown.has(plain(each.text)))
    localStorage.setItem(this.key, JSON.stringify(waiting))
    if (waiting.length) this.append(this.list(waiting))
  }

  get key() {
    return `y-kien-cho-duyet-${this.dataset.article}`
  }

  stored() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "[]")
      return Array.isArray(kept) ? kept.filter((each) => typeof each?.text === "string") : []
    } catch (error) {
      if (error instanceof SyntaxError) return []
      throw error
    }
  }

  note(typed) {
    const written = { name: typed.get("name"), text: typed.get("text"), at: Date.now() }
    try {
      sessionStorage.setItem(this.key, JSON.stringify(written))
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }

  accept() {
    const noted = sessionStorage.getItem(this.key)
    if (!noted) return
    sessionStorage.removeItem(this.key)
    const written = JSON.parse(noted)
    const others = this.stored().filter((each) => plain(each.text) !== plain(written.text))
    localStorage.setItem(this.key, JSON.stringify([written, ...others].slice(0, MOST)))
  }

  list(waiting) {
    const list = document.createElement("ol")
    list.className = "thread own-comments"
    list.setAttribute("aria-label", "Ý kiến của bạn đang chờ duyệt")
    list.append(...waiting.map((each) => this.row(each)))
    return list
  }

  row({ name, text }) {
    const row = document.createElement("li")
    const head = document.createElement("p")
    head.className = "comment-head"
    const who = document.createElement("b")
    const isolated = document.createElement("bdi")
    who.className = "comment-name"
    isolated.textContent = name
    who.append(isolated)
    const state = document.createElement("span")
    state.className = "comment-waiting"
    state.textContent = "đang chờ duyệt, chỉ bạn thấy"
    head.append(who, state)
    const words = document.createElement("p")
    words.className = "comment-text"
    words.dir = "auto"
    words.textContent = text
    row.append(head, words)
    return row
  }
}

customElements.define("own-comments", OwnComments)
