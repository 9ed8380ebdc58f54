/* <browser-copy data-prefix data-made>: what this browser holds of a story, or of stories begun and never saved, because
   the server was away when it was written. The button inside sends it to the form it was written in, which shows it
   again, unsaved. data-prefix: of the keys, which end in the token of a form. data-made: tokens of forms that are
   stories by now. */
;(() => {
  const DAYS = 14

  class BrowserCopy extends HTMLElement {
    connectedCallback() {
      this.key = this.keys().find((key) => this.held(key))
      if (!this.key) return
      const held = this.held(this.key)
      const at = new Date(held.at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" })
      this.querySelector("[data-words]").textContent = `Có bản chưa lưu trên máy này, viết lúc ${at}.`
      this.querySelector("[name=copy]").value = held.copy
      if (held.address) this.querySelector("form").action = held.address
      this.querySelector("[data-drop]").addEventListener("click", () => this.drop())
      this.hidden = false
    }

    keys() {
      const { prefix, made } = this.dataset
      const done = made.split(" ").map((token) => prefix + token)
      const found = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
      found.filter((name) => done.includes(name)).forEach((name) => localStorage.removeItem(name))
      return found.filter((name) => !done.includes(name))
    }

    held(key) {
      const text = localStorage.getItem(key)
      const held = text && JSON.parse(text)
      if (held && (Date.now() - held.at > DAYS * 86400000 || this.isSaved(key, held))) {
        localStorage.removeItem(key)
        return null
      }
      return held
    }

    /* Just saved by this very tab: sent after it was held, and the story has another version since. What was sent and
       did not arrive (the session ended, the server was away) is not saved. */
    isSaved(key, held) {
      const sent = JSON.parse(sessionStorage.getItem(key) ?? "null")
      sessionStorage.removeItem(key)
      const version = document.querySelector("#article_form [name=version]")?.value
      return Boolean(sent && version && sent.at >= held.at && sent.version !== version)
    }

    drop() {
      localStorage.removeItem(this.key)
      this.hidden = true
    }
  }

  // By then the whole element is there.
  document.addEventListener("DOMContentLoaded", () => customElements.define("browser-copy", BrowserCopy))
})()
