/* <moderation-counts data-address data-hang data-target>: the counts and figures keep up by themselves.

   Every twenty seconds while somebody looks, and soon after a decision. The same question tells the server which comments
   are before this moderator's eyes, so that nobody else is dealt them; what is not theirs any more says so. */

const BEAT = 20_000
const SOON = 1500
const MINUTE = 60_000

const told = (minutes) =>
  minutes < 1 ? "chưa đầy một phút" : minutes < 60 ? `${minutes} phút` : minutes < 2880 ? `${Math.round(minutes / 60)} giờ` : `${Math.round(minutes / 1440)} ngày`

class ModerationCounts extends HTMLElement {
  connectedCallback() {
    setInterval(() => document.hidden || this.ask(), BEAT)
    document.addEventListener("visibilitychange", () => document.hidden || this.ask())
    document.addEventListener("moderation:acted", () => {
      clearTimeout(this.soon)
      this.soon = setTimeout(() => this.ask(), SOON)
    })
  }

  async ask() {
    const token = document.querySelector("#moderation-form [name=csrfmiddlewaretoken]").value
    const ids = [...document.querySelectorAll(".card")].map((card) => card.dataset.pk).join()
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, hang: this.dataset.hang, ids })
    let answer
    try {
      const response = await fetch(this.dataset.address, { method: "POST", body })
      if (!response.ok || response.redirected) return
      answer = await response.json()
    } catch {
      return // the next beat asks again; a decision that is not written says so itself
    }
    this.show(answer)
    document.dispatchEvent(new CustomEvent("moderation:counted"))
  }

  show({ queues, figures, late, gone }) {
    for (const [name, count] of Object.entries(queues)) {
      const shown = this.querySelector(`[data-queue="${name}"]`)
      if (shown) shown.textContent = count
    }
    for (const [name, value] of Object.entries(figures)) this.querySelector(`[data-figure="${name}"]`).textContent = value
    this.querySelector(".oldest").classList.toggle("late", late)
    for (const card of document.querySelectorAll(".card")) {
      const acts = card.querySelector(".acts")
      if (acts && card.dataset.pk in gone)
        acts.replaceWith(Object.assign(document.createElement("p"), { className: "held", textContent: gone[card.dataset.pk] }))
      this.age(card)
    }
  }

  /* The clock of a waiting one goes on. */
  age(card) {
    const time = card.querySelector(".age time")
    const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / MINUTE)
    time.textContent = told(minutes)
    if (card.matches(".waiting")) time.closest(".age").classList.toggle("late", minutes > Number(this.dataset.target))
  }
}

customElements.define("moderation-counts", ModerationCounts)
