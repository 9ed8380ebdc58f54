/* <draft-form> around the form of a reviewed transcript: sends it without leaving the page, so that a lost connection
   loses nothing, and adds speakers. Says "drafted" when the server has made the draft. */
;(() => {
  const SPEAKERS = ".speakers li.speaker"

  class DraftForm extends HTMLElement {
    connectedCallback() {
      this.addEventListener("submit", (event) => this.submit(event))
      this.addEventListener("click", (event) => this.click(event))
      this.addEventListener("input", ({ target }) => {
        if (target.closest(SPEAKERS)) this.nameSpeakers()
      })
    }

    get form() {
      return this.querySelector("form")
    }

    submit(event) {
      event.preventDefault()
      // The key Enter in a field presses the hidden button, which is for browsers without script.
      if (event.submitter?.value === "create") this.send()
    }

    async send() {
      const body = new FormData(this.form)
      body.set("do", "create")
      this.say("Đang tạo bản nháp…")
      this.wait(true)
      try {
        const response = await fetch(this.form.action, { method: "POST", body, headers: { Accept: "application/json" } })
        await this.hear(response)
      } catch (error) {
        // fetch() throws TypeError when nobody answers; anything else is a fault of ours and must be heard of.
        if (!(error instanceof TypeError)) throw error
        this.say("Chưa gửi được vì mất kết nối. Mọi chữ vẫn còn đây; hãy bấm lại khi có mạng.")
      } finally {
        this.wait(false)
      }
    }

    async hear(response) {
      if (response.status === 201) {
        this.dispatchEvent(new CustomEvent("drafted", { bubbles: true }))
        const { address } = await response.json()
        window.location.assign(address)
      } else if (response.status === 422) {
        this.show(await response.text())
      } else if (response.redirected || response.status === 403) {
        this.say("Phiên đăng nhập đã hết. Hãy đăng nhập ở thẻ khác, rồi mở lại bản này từ trang Nhập bài phỏng vấn.")
      } else {
        this.say("Tòa soạn chưa trả lời được. Mọi chữ vẫn còn đây; hãy thử lại sau ít phút.")
      }
    }

    /* The same form with what stands in the way. */
    show(html) {
      const form = new DOMParser().parseFromString(html, "text/html").querySelector("draft-form form")
      this.form.replaceWith(document.adoptNode(form))
      this.querySelector(".errornote")?.focus()
    }

    click(event) {
      if (!event.target.closest("[data-verb=speaker]")) return
      event.preventDefault()
      const n = this.querySelectorAll(SPEAKERS).length
      const row = this.querySelector("template[data-template=speaker]").content.firstElementChild.cloneNode(true)
      for (const node of [row, ...row.querySelectorAll("*")]) {
        for (const name of ["id", "name", "for"]) {
          const value = node.getAttribute(name)
          if (value) node.setAttribute(name, value.replace("speaker-N", `speaker-${n}`))
        }
      }
      this.querySelector(".speakers ol").append(row)
      this.nameSpeakers()
      row.querySelector("[name$=-name]").focus()
    }

    /* The choices in every turn say what the rows of the speakers say. */
    nameSpeakers() {
      const names = [...this.querySelectorAll(SPEAKERS)].map((row) => {
        const [label, honorific, name] = ["label", "honorific", "name"].map((field) => row.querySelector(`[name$="-${field}"]`).value.trim())
        return (name && `${honorific} ${name}`.trim()) || label || "(chưa ghi tên)"
      })
      for (const select of this.querySelectorAll(".turn select[name$=-speaker]")) {
        while (select.options.length <= names.length) select.add(new Option("", select.options.length - 1))
        names.forEach((name, n) => {
          select.options[n + 1].text = name
        })
      }
    }

    wait(waiting) {
      for (const button of this.querySelectorAll("button[value=create]")) button.disabled = waiting
    }

    say(words) {
      this.querySelector("[data-said]").textContent = words
    }
  }

  customElements.define("draft-form", DraftForm)
})()
