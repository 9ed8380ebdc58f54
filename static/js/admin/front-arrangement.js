/* <front-arrangement> around the form of the front page. Every button of the form rearranges it on the server and would
   load the page anew; here the same answer takes the form's place, so that eye and keyboard stay where they are.
     data-drag="row:3" or "pin:15"   what is dragged        data-place="lead"   where it can be let go
     data-row                        a pin of the place     [autofocus]         where the keyboard goes on
   Without this script the page works by its buttons alone. */
;(() => {
  class FrontArrangement extends HTMLElement {
    connectedCallback() {
      this.said = Object.assign(document.createElement("p"), { className: "visually-hidden" })
      this.said.setAttribute("role", "status")
      this.after(this.said)
      this.held = this.typed()
      const acts = { submit: "submit", dragstart: "take", dragover: "over", drop: "letGo", dragend: "forget" }
      for (const [name, act] of Object.entries(acts)) this.addEventListener(name, (event) => this[act](event))
      window.addEventListener("beforeunload", (event) => {
        const unsaved = this.form.hasAttribute("data-unsaved") || this.typed() !== this.held
        if (unsaved && !this.sending) event.preventDefault()
      })
    }

    get form() {
      return this.querySelector("form")
    }

    typed() {
      const pins = [...new FormData(this.form)].filter(([name]) => name.startsWith("pin-"))
      return new URLSearchParams(pins).toString()
    }

    async submit(event) {
      const button = event.submitter
      if (button?.formTarget) return
      this.sending = !button || button.value === "save" || this.plainly
      if (this.sending) return
      event.preventDefault()
      if (this.ariaBusy === "true") return
      this.ariaBusy = "true"
      try {
        const answer = await fetch(this.form.action, { method: "POST", body: new FormData(this.form, button) })
        const page = new DOMParser().parseFromString(await answer.text(), "text/html")
        const fresh = page.querySelector("front-arrangement")
        if (!fresh) throw new Error("another page has come")
        this.show(fresh, button.id)
      } catch {
        // The browser's own way then: it shows whatever has come.
        this.plainly = true
        this.form.requestSubmit(button)
      } finally {
        this.ariaBusy = "false"
      }
    }

    show(fresh, pressed) {
      const open = [...this.querySelectorAll("details[open]")].map((details) => details.id)
      this.replaceChildren(...fresh.childNodes)
      for (const id of open) document.getElementById(id)?.setAttribute("open", "")
      this.held = this.typed()
      const there = this.querySelector("[autofocus]") ?? document.getElementById(pressed)
      there?.focus()
      const place = there?.closest("[data-place]")?.querySelector("h2").textContent ?? ""
      const story = there?.closest("[data-row]")?.querySelector(".face").textContent ?? ""
      this.said.textContent = `${place} ${story} ${this.querySelector(".saved-or-not").textContent}`.replace(/\s+/g, " ")
    }

    take({ target, dataTransfer }) {
      const face = target.closest?.("[data-drag]")
      if (!face) return
      this.dragged = face
      dataTransfer.setData("application/x-story", face.dataset.drag) // Firefox drags nothing that carries nothing
      dataTransfer.effectAllowed = "move"
    }

    over(event) {
      const place = this.dragged && event.target.closest("[data-place]")
      if (!place) return
      event.preventDefault()
      this.unmark()
      place.classList.add("drop-here")
      this.rowBelow(place, event.clientY)?.classList.add("drop-before")
    }

    letGo(event) {
      const place = this.dragged && event.target.closest("[data-place]")
      if (!place) return
      event.preventDefault()
      const rows = this.rowsOf(place)
      const below = rows.indexOf(this.rowBelow(place, event.clientY))
      const index = below < 0 ? rows.length : below
      const button = Object.assign(document.createElement("button"), { name: "do", hidden: true })
      button.value = `put:${this.dragged.dataset.drag}:${place.dataset.place}:${index}`
      this.forget()
      this.form.append(button)
      this.form.requestSubmit(button)
    }

    /* The pins of a place but the one that is dragged. */
    rowsOf(place) {
      return [...place.querySelectorAll("[data-row]")].filter((row) => !row.contains(this.dragged))
    }

    rowBelow(place, y) {
      return this.rowsOf(place).find((row) => {
        const { top, height } = row.getBoundingClientRect()
        return y < top + height / 2
      })
    }

    forget() {
      this.dragged = null
      this.unmark()
    }

    unmark() {
      for (const one of this.querySelectorAll(".drop-here, .drop-before")) one.classList.remove("drop-here", "drop-before")
    }
  }

  customElements.define("front-arrangement", FrontArrangement)
})()
