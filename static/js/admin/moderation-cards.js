/* <moderation-cards>: the comments before a moderator. One is the current one; what is decided leaves, more comes.

     <moderation-cards data-address="/admin/…/duyet/" data-hang="cho-duyet" data-within="bai=5"> <article class="card" data-pk>…
   data-hang is empty where the cards are no queue (one reader's, alike ones): then nothing more is fetched. Loaded
   last: once a card is the current one, keys and presses are heard. */
const LOW = 8 // cards left when more are fetched

class ModerationCards extends HTMLElement {
  connectedCallback() {
    this.last = this.all.at(-1)?.dataset.pk
    this.addEventListener("focusin", ({ target }) => this.mark(target.closest(".card")))
    document.addEventListener("moderation:counted", () => this.refill())
    this.settle()
    const named = location.hash && document.getElementById(location.hash.slice(1))
    this.go(named && this.contains(named) ? named : this.all[0])
  }

  get all() {
    return [...this.querySelectorAll(".card")]
  }

  get chosen() {
    return this.all.filter((card) => card.querySelector("[name=chosen]")?.checked)
  }

  numbered(pk) {
    return this.all.find((card) => card.dataset.pk === String(pk))
  }

  mark(card) {
    if (!card || card === this.current) return
    this.current?.removeAttribute("aria-current")
    this.current = card
    card.setAttribute("aria-current", "true")
  }

  go(card) {
    if (!card) return
    this.mark(card)
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: "nearest" })
  }

  step(by) {
    const all = this.all
    this.go(all[all.indexOf(this.current) + by])
  }

  /* Take the cards away; returns each with the place it had, for putBack(). */
  lift(cards) {
    const all = this.all
    const behind = all.slice(Math.max(...cards.map((card) => all.indexOf(card))) + 1)
    const lifted = cards.map((card) => [card, card.nextElementSibling])
    for (const card of cards) {
      card.querySelectorAll("details[open]").forEach((part) => (part.open = false))
      card.remove()
    }
    const next = behind[0] ?? all.findLast((card) => !cards.includes(card))
    if (!next) this.focus()
    if (cards.includes(this.current)) {
      this.current = null
      this.go(next)
    }
    this.settle()
    return lifted
  }

  putBack(lifted, why) {
    for (const [card, place] of lifted.toReversed()) {
      const said = Object.assign(document.createElement("p"), { className: "why", textContent: why(card) })
      card.querySelector(".why")?.remove()
      card.querySelector("header").after(said)
      this.insertBefore(card, place?.parentNode === this ? place : null)
    }
    this.settle()
  }

  async fetched(query) {
    const asked = new URLSearchParams({ phan: 1, hang: this.dataset.hang || "cho-duyet", ...query })
    // What does not arrive now is asked for again with the next decision, or the next count.
    const response = await fetch(`${this.dataset.address}?${asked}`).catch(() => null)
    if (!response?.ok || response.redirected) return []
    const page = document.createRange().createContextualFragment(await response.text())
    return [...page.querySelectorAll(".card")]
  }

  /* Show these comments as they are now: in their place, or first where they had left. */
  async renew(pks) {
    if (!pks.length) return
    const cards = await this.fetched({ the: pks.join() })
    for (const card of cards) {
      const shown = this.numbered(card.dataset.pk)
      shown ? shown.replaceWith(card) : this.prepend(card)
    }
    this.settle()
    this.go(cards[0])
  }

  async refill() {
    if (!this.dataset.hang || this.asking || this.all.length >= LOW) return
    this.asking = true
    const query = Object.fromEntries(new URLSearchParams(this.dataset.within))
    if (this.last && this.all.length) query.sau = this.last
    const cards = (await this.fetched(query)).filter((card) => !this.numbered(card.dataset.pk))
    this.append(...cards.filter((card) => !this.gone?.has(card.dataset.pk)))
    this.last = cards.at(-1)?.dataset.pk ?? this.last
    this.asking = false
    this.settle()
    if (!this.current) this.go(this.all[0])
  }

  settle() {
    const nothing = this.parentElement.parentElement.querySelector(".nothing")
    if (nothing) nothing.hidden = this.all.length > 0
    this.dispatchEvent(new Event("change", { bubbles: true }))
  }
}

customElements.define("moderation-cards", ModerationCards)
