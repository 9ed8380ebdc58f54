/* <browser-copy data-key data-action>: what this browser holds of a story because the server was away when it was
   written. The button inside sends it to the form's own address, which shows it again, unsaved. */
;(() => {
  const DAYS = 14

  class BrowserCopy extends HTMLElement {
    connectedCallback() {
      const held = this.held()
      if (!held) return
      const at = new Date(held.at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" })
      this.querySelector("[data-words]").textContent = `Có bản chưa lưu trên máy này, viết lúc ${at}.`
      this.querySelector("[name=copy]").value = held.copy
      this.querySelector("[data-drop]").addEventListener("click", () => this.drop())
      this.hidden = false
    }

    held() {
      const text = localStorage.getItem(this.dataset.key)
      const held = text && JSON.parse(text)
      const submitted = Number(sessionStorage.getItem(this.dataset.key))
      sessionStorage.removeItem(this.dataset.key)
      // Too old, or just saved by this very tab.
      if (held && (Date.now() - held.at > DAYS * 86400000 || submitted >= held.at)) {
        localStorage.removeItem(this.dataset.key)
        return null
      }
      return held
    }

    drop() {
      localStorage.removeItem(this.dataset.key)
      this.hidden = true
    }
  }

  // By then the whole element is there.
  document.addEventListener("DOMContentLoaded", () => customElements.define("browser-copy", BrowserCopy))
})()
