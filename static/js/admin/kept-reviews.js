/* <kept-reviews>: what an editor does to a transcript is kept in this browser until its draft is made, and offered
   again on return: under the reader's own account, for two weeks. */
;(() => {
  const DAYS = 14
  const PAUSE = 300 // milliseconds after the last key

  class KeptReviews extends HTMLElement {
    connectedCallback() {
      this.mine = `nhap-phong-van:${this.dataset.user}:`
      this.key = this.mine + this.dataset.import
      this.list()
      if (!this.dataset.import) return
      for (const name of ["input", "change", "rearranged"]) document.addEventListener(name, () => this.soon())
      document.addEventListener("drafted", () => this.forget(this.key))
      window.addEventListener("pagehide", () => this.timer && this.keep())
    }

    get fields() {
      const sent = [...new FormData(document.getElementById("review"))]
      return sent.filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string")
    }

    soon() {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.keep(), PAUSE)
    }

    keep() {
      clearTimeout(this.timer)
      this.timer = null
      if (this.done) return
      const headline = document.getElementById("id_headline").value
      const note = document.querySelector("[data-kept]")
      try {
        localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), headline, fields: this.fields }))
        note.textContent = `Giữ trên máy này lúc ${this.clock(Date.now())}`
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        note.textContent = "Trình duyệt không giữ được bản sao: hãy tạo bản nháp sớm."
      }
    }

    forget(key) {
      if (key === this.key) this.done = true
      localStorage.removeItem(key)
    }

    clock(at) {
      return new Date(at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" })
    }

    list() {
      for (const key of Object.keys(localStorage).filter((one) => one.startsWith(this.mine))) {
        const kept = JSON.parse(localStorage.getItem(key))
        const old = Date.now() - kept.at > DAYS * 86400000
        const same = key === this.key && JSON.stringify(kept.fields) === JSON.stringify(this.fields)
        if (old) localStorage.removeItem(key)
        else if (!same) this.offer(key, kept)
      }
    }

    offer(key, kept) {
      const row = document.createElement("p")
      row.className = "kept-review"
      const title = Object.assign(document.createElement("b"), { textContent: kept.headline || "Chưa có tít" })
      const open = this.button("Mở lại", () => this.open(kept.fields))
      const drop = this.button("Bỏ", () => {
        localStorage.removeItem(key)
        row.remove()
      })
      row.append("Đang sửa dở: ", title, ` (${this.clock(kept.at)}) `, open, " ", drop)
      this.append(row)
    }

    button(label, act) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, className: "quiet" })
      button.addEventListener("click", act)
      return button
    }

    /* The server shows the form as it was kept. */
    open(fields) {
      const token = document.querySelector("[name=csrfmiddlewaretoken]").value
      const form = Object.assign(document.createElement("form"), { method: "post", enctype: "multipart/form-data", hidden: true })
      form.action = this.dataset.action
      for (const [name, value] of [...fields, ["csrfmiddlewaretoken", token], ["do", "show"]]) {
        form.append(Object.assign(document.createElement("textarea"), { name, value }))
      }
      document.body.append(form)
      HTMLFormElement.prototype.submit.call(form)
    }
  }

  customElements.define("kept-reviews", KeptReviews)
})()
