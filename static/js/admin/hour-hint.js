/* <hour-hint data-asks="/admin/…/gio/">: says under a field how the moment being typed is understood.

     <hour-hint data-asks="…"><input><span class="hour-said" role="status"></span></hour-hint>

   The server is asked a moment after the last key, so that there is one reader of moments, not two. Without script, or
   while the server is away, the form says it when it is saved. */

const PAUSE = 350 // ms

class HourHint extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.said = this.querySelector(".hour-said")
    this.field?.addEventListener("input", () => this.typed())
  }

  typed() {
    clearTimeout(this.pause)
    this.asking?.abort()
    this.pause = setTimeout(() => this.ask(), PAUSE)
  }

  async ask() {
    if (!this.field.value.trim()) return this.say("", true)
    this.asking = new AbortController()
    try {
      const address = `${this.dataset.asks}?${new URLSearchParams({ luc: this.field.value })}`
      const answer = await fetch(address, { signal: this.asking.signal })
      if (!answer.ok) return this.say("", true)
      const { said, ok } = await answer.json()
      this.say(said, ok)
    } catch {
      // Typed on, offline, or signed out meanwhile: no hint rather than a wrong one.
      if (!this.asking.signal.aborted) this.say("", true)
    }
  }

  say(words, ok) {
    this.said.textContent = words
    this.said.classList.toggle("wrong", !ok)
  }
}

customElements.define("hour-hint", HourHint)
