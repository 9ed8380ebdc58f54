/* writePictureWords(address): description and credit of a picture in a window over the page that is being written
   (articles/admin/picture_in_place.py). Gives what the library says of it once they were saved, null when the window was
   closed. What was typed and not saved stands there again when it is opened the next time. */
;(() => {
  const AWAY = "Mất kết nối. Chữ bạn viết còn nguyên đây: hãy thử lại."
  const OUT = "Phiên đăng nhập đã hết. Chữ bạn viết còn nguyên đây: hãy đăng nhập ở thẻ khác rồi bấm Lưu lại."
  const BARRED = "Bạn không còn sửa được chữ của ảnh này. Hãy chép lại phần vừa viết."
  const AGAIN = "Đây là chữ viết lần trước, chưa lưu."
  const unsaved = new Map() // [[name, value]…] by address

  const fieldsOf = (form) => [...form.querySelectorAll("textarea, input:not([type=hidden])")]
  const said = (form) => JSON.stringify(fieldsOf(form).map(({ value }) => value))

  class PictureWords {
    constructor(address, resolve) {
      Object.assign(this, { address, resolve })
      this.dialog = document.createElement("dialog")
      this.dialog.className = "picture-library picture-words-window"
      this.dialog.setAttribute("aria-label", "Mô tả, nguồn ảnh")
      document.body.append(this.dialog)
      this.dialog.addEventListener("close", () => this.end(null))
      this.dialog.addEventListener("click", ({ target }) => target.matches("[data-close]") && this.dialog.close())
      this.dialog.addEventListener("submit", (event) => {
        event.preventDefault()
        this.save()
      })
      this.dialog.showModal()
      this.open()
    }

    get form() {
      return this.dialog.querySelector("form")
    }

    async open() {
      const answer = await this.ask()
      if (!answer?.ok) return this.say(answer ? OUT : AWAY)
      this.show(await answer.text())
      if (!this.form) return
      this.stored = said(this.form)
      const typed = unsaved.get(this.address)
      for (const [name, value] of typed ?? []) this.form.elements[name].value = value
      if (typed) this.say(AGAIN)
      fieldsOf(this.form)[0].focus()
    }

    show(html) {
      this.dialog.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
    }

    /* The answer; null when nobody answers. One sent on to the login is not ok. */
    async ask(sent = {}) {
      try {
        return await fetch(this.address, { redirect: "manual", ...sent })
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        return null
      }
    }

    async save(again = true) {
      const { form } = this
      const answer = await this.ask({ method: "POST", body: new FormData(form) })
      if (!answer || answer.status >= 500) return this.say(AWAY)
      if (answer.status === 403) return again ? this.renewed() : this.say(BARRED)
      if (answer.status === 422) return this.show(await answer.text())
      if (!answer.ok) return this.say(OUT)
      this.stored = said(form)
      this.end(await answer.json())
    }

    /* Another session began in another window: with its token, once more. */
    async renewed() {
      const answer = await this.ask()
      const token = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[name=csrfmiddlewaretoken]")
      if (!token) return this.say(answer?.ok ? BARRED : OUT)
      this.form.elements.csrfmiddlewaretoken.value = token.value
      return this.save(false)
    }

    say(words) {
      const place = this.dialog.querySelector(".said") ?? this.dialog.appendChild(document.createElement("p"))
      place.textContent = words
    }

    end(facts) {
      const { form } = this
      if (form && said(form) !== this.stored) unsaved.set(this.address, fieldsOf(form).map(({ name, value }) => [name, value]))
      else unsaved.delete(this.address)
      this.resolve(facts) // a second answer changes nothing
      this.dialog.remove()
    }
  }

  window.writePictureWords = (address) => new Promise((resolve) => new PictureWords(address, resolve))
})()
