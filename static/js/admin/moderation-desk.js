/* <moderation-desk>: a press on a card goes to the server behind the moderator's back; the next card is there at once.

     <moderation-desk data-address="/admin/…/duyet/"><form>… .toast … <moderation-cards> … .bulk</form></moderation-desk>

   Presses are sent one after the other, in the order they were made: so they can be taken back in that order. What the
   server leaves alone, and what did not reach it, comes back to its place with the reason. Without script every
   button sends the form. */

const LEAVES = /^(approve|reject|spam|block)$/
const NOT_SENT = "Chưa ghi được: mất mạng, hoặc phiên đăng nhập đã hết. Hãy tải lại trang rồi bấm lần nữa."

class ModerationDesk extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.cards = this.querySelector("moderation-cards")
    this.cards.gone = new Set()
    this.toast = this.querySelector(".toast")
    this.queue = Promise.resolve()
    this.form.addEventListener("submit", (event) => this.pressed(event))
    this.form.addEventListener("change", () => this.tally())
    this.last = this.toast.querySelector("button")?.value
  }

  tally() {
    this.querySelector(".chosen-count").textContent = this.cards.chosen.length
  }

  pressed(event) {
    const value = event.submitter?.value ?? ""
    if (value.startsWith("turn:")) return
    event.preventDefault()
    const [verb, number] = value.split(":")
    const cards = verb === "undo" ? [] : number ? [this.cards.numbered(number)] : this.cards.chosen
    if (verb !== "undo" && !cards.length) return
    const sent = this.fields(value, number || "chosen", cards)
    event.submitter.closest("details")?.removeAttribute("open")
    const lifted = LEAVES.test(verb) ? this.cards.lift(cards) : []
    for (const card of cards) if (lifted.length) this.cards.gone.add(card.dataset.pk)
    if (lifted.length) this.say("Đang ghi…", "undo:")
    this.queue = this.queue.then(() => {
      // What is meant is what was done last, and that may have been on its way when this was pressed.
      if (verb === "undo") sent.set("_do", this.last ?? value)
      return this.send(verb, sent, lifted)
    })
  }

  /* What this press is about: not what stands beside the other cards. */
  fields(value, whose, cards) {
    const all = new FormData(this.form)
    const sent = new URLSearchParams({ _do: value })
    for (const name of ["csrfmiddlewaretoken", "hang", `note-${whose}`, `why-${whose}`, `tell-${whose}`])
      if (all.has(name)) sent.set(name, all.get(name))
    if (whose === "chosen") for (const card of cards) sent.append("chosen", card.dataset.pk)
    return sent
  }

  async send(verb, body, lifted) {
    let answer
    try {
      const headers = { Accept: "application/json" }
      const response = await fetch(this.dataset.address, { method: "POST", body, headers, keepalive: true })
      if (!response.ok || response.redirected) throw new Error(response.status)
      answer = await response.json()
    } catch {
      this.returned(lifted, () => NOT_SENT)
      return this.say(NOT_SENT, this.last)
    }
    const left = answer.left
    this.returned(lifted.filter(([card]) => card.dataset.pk in left), (card) => left[card.dataset.pk])
    this.last = answer.last && `undo:${answer.last}`
    this.say([answer.said, ...new Set(Object.values(left))].filter(Boolean).join(" "), this.last)
    if (!LEAVES.test(verb)) {
      answer.done.forEach((pk) => this.cards.gone.delete(String(pk)))
      await this.cards.renew(answer.done)
    }
    document.dispatchEvent(new CustomEvent("moderation:acted"))
    this.cards.refill()
  }

  returned(lifted, why) {
    lifted.forEach(([card]) => this.cards.gone.delete(card.dataset.pk))
    this.cards.putBack(lifted, why)
  }

  say(words, undo) {
    const said = Object.assign(document.createElement("p"), { textContent: words })
    const button = Object.assign(document.createElement("button"), { name: "_do", value: undo })
    button.append("Hoàn tác ", Object.assign(document.createElement("kbd"), { textContent: "z" }))
    button.setAttribute("aria-keyshortcuts", "z")
    this.toast.replaceChildren(said, ...(undo ? [" ", button] : []))
  }
}

customElements.define("moderation-desk", ModerationDesk)
