/* Questions and answers fold to one line: <turn-fold> in a row's heading, <turn-folds> over all of them. The line says
   how the question begins and who answers, as it stands now. */
;(() => {
  const ROW = ".inline-related"
  const rows = () => [...document.querySelectorAll(`.exchanges ${ROW}:not(.empty-form)`)]

  function button(words, press, name) {
    const made = document.createElement("button")
    made.type = "button"
    made.textContent = words
    if (name) made.setAttribute("aria-label", name)
    made.addEventListener("click", press)
    return made
  }

  class TurnFold extends HTMLElement {
    connectedCallback() {
      this.row = this.closest(ROW)
      if (this.row.matches(".empty-form")) return
      this.replaceChildren(button("", () => this.fold(!this.row.matches(".folded")), "Gập hay mở lượt này"))
      this.fold(false)
    }

    fold(folded) {
      if (folded) this.tell()
      this.row.classList.toggle("folded", folded && !this.row.querySelector(".errorlist"))
      this.firstChild.setAttribute("aria-expanded", String(!this.row.matches(".folded")))
    }

    tell() {
      const question = this.row.querySelector("[name$=-question]")?.value.trim()
      const answer = this.row.querySelector(".cke_wysiwyg_div")?.textContent.trim()
      const speaker = this.row.querySelector("[name$=-answered_by]")?.selectedOptions[0]
      const label = this.row.querySelector(".inline_label")
      label.textContent = (question || answer || "(lượt trống)").slice(0, 140)
      const who = this.row.querySelector(".turn-speaker") ?? document.createElement("span")
      who.className = "turn-speaker"
      who.textContent = speaker?.value ? speaker.textContent.split(",")[0] : "" // without the office
      label.after(who)
    }
  }

  class TurnFolds extends HTMLElement {
    connectedCallback() {
      window.addEventListener("load", () => {
        if (rows().length < 2) return
        const all = (folded) => () => rows().forEach((row) => row.querySelector("turn-fold").fold(folded))
        this.replaceChildren(button("Gập tất cả", all(true)), button("Mở tất cả", all(false)))
      })
      document.addEventListener("turn:fold", ({ detail }) => {
        for (const row of rows()) {
          if (detail.includes(row.querySelector(":scope > input[name$=-id]")?.value)) row.querySelector("turn-fold").fold(true)
        }
      })
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    customElements.define("turn-fold", TurnFold)
    customElements.define("turn-folds", TurnFolds)
  })
})()
