/* chooseFromLibrary({address, many}): the library in a window over the page. Gives {pictures: [{id, caption, credit, alt}…],
   gallery} once something was chosen, null when it was closed. One click on a picture takes it; several are ticked; what
   is uploaded there is chosen by that. The window's parts come from templates/admin/articles/image/choose.html. */
;(() => {
  const PAUSE = 250 // milliseconds from the last letter to looking
  const made = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text })
  const factsOf = ({ dataset: { id, caption, credit, alt } }) => ({ id, caption, credit, alt })

  class PictureLibrary {
    constructor({ address, many = true }, resolve) {
      Object.assign(this, { address, many, resolve, chosen: new Map() })
      this.dialog = made("dialog", "picture-library")
      this.dialog.setAttribute("aria-label", "Kho ảnh")
      this.body = made("div", "")
      const head = document.createElement("header")
      head.append(made("h2", "", "Kho ảnh"), this.button("Đóng", "", () => this.dialog.close()))
      this.foot = document.createElement("footer")
      this.dialog.append(head, this.body, this.foot)
      document.body.append(this.dialog)
      this.dialog.addEventListener("close", () => this.end(null))
      this.body.addEventListener("click", ({ target }) => this.pressed(target))
      this.body.addEventListener("change", ({ target }) => this.changed(target))
      this.body.addEventListener("input", ({ target }) => target.type === "search" && this.soon())
      this.body.addEventListener("submit", (event) => this.submitted(event))
      this.body.addEventListener("picture-arrived", ({ detail }) => this.chosen.set(String(detail.image.id), detail.image))
      this.body.addEventListener("pictures-sent", () => this.arrived())
      this.dialog.showModal()
      this.look(true)
    }

    button(text, className, press) {
      const button = made("button", className, text)
      button.type = "button"
      button.addEventListener("click", press)
      return button
    }

    async look(whole = false, page = 1) {
      const form = this.body.querySelector(".library-search")
      const query = new URLSearchParams(form ? new FormData(form) : "")
      query.set("trang", page)
      const asked = (this.asked = query.toString())
      try {
        const answer = await fetch(`${this.address}?${query}`)
        if (!answer.ok || answer.redirected) throw new Error("Kho ảnh không mở được. Hãy đăng nhập lại rồi thử lại.")
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
        if (asked !== this.asked) return // a newer question is on its way
        if (whole) {
          this.body.replaceChildren(...fresh.body.childNodes)
          window.nameFileFields(this.body)
        } else this.body.querySelector(".library-found").replaceWith(fresh.querySelector(".library-found"))
        if (whole) this.body.querySelector("[type=search]").focus()
        this.tick()
      } catch (error) {
        this.foot.replaceChildren(made("p", "lack", error instanceof TypeError ? "Mất kết nối với kho ảnh." : error.message))
      }
    }

    soon() {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), PAUSE)
    }

    submitted(event) {
      event.preventDefault()
      if (event.target.matches(".library-search")) this.look()
    }

    pressed(target) {
      const card = target.closest(".picture-take")?.parentElement
      const page = target.closest("[data-page]")?.dataset.page
      if (card) this.take([factsOf(card)])
      if (page) this.look(false, page)
    }

    changed(target) {
      if (target.name === "cua") return this.look()
      const card = target.matches(".picture-tick input") && target.closest(".picture-card")
      if (!card) return
      if (target.checked) this.chosen.set(card.dataset.id, factsOf(card))
      else this.chosen.delete(card.dataset.id)
      this.tick()
    }

    /* One file sent here is meant for the text; of several one still says how they are to stand. */
    arrived() {
      if (this.chosen.size === 1) this.take([...this.chosen.values()])
      else this.look()
    }

    tick() {
      for (const box of this.body.querySelectorAll(".picture-tick input")) {
        box.checked = this.chosen.has(box.closest(".picture-card").dataset.id)
        box.parentElement.hidden = !this.many
      }
      const all = [...this.chosen.values()]
      this.foot.replaceChildren(made("p", "", all.length ? `Đã chọn ${all.length} ảnh.` : "Bấm vào một ảnh để chèn."))
      if (all.length) this.foot.append(this.button(`Chèn ${all.length} ảnh`, "verb", () => this.take(all)))
      if (all.length > 1) this.foot.append(this.button("Chèn thành bộ ảnh", "verb", () => this.take(all, true)))
    }

    take(pictures, gallery = false) {
      this.end({ pictures: this.many ? pictures : pictures.slice(0, 1), gallery })
      this.dialog.close()
    }

    end(answer) {
      this.resolve(answer) // a second answer changes nothing
      this.dialog.remove()
    }
  }

  window.chooseFromLibrary = (wish) => new Promise((resolve) => new PictureLibrary(wish, resolve))
})()
