/* <turn-rows>: the turns of a transcript under review, rows of a form, read and written as values:
   {kind, speaker, text, printed, source: [line…]}. Says "rearranged" whenever rows were put. */
;(() => {
  const FIELDS = ["kind", "speaker", "text", "printed"]
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`)

  class TurnRows extends HTMLElement {
    connectedCallback() {
      this.fit()
      this.addEventListener("input", () => this.fit())
    }

    get rows() {
      return [...this.querySelectorAll(".turn")]
    }

    get doubtful() {
      return this.rows.filter((row) => row.classList.contains("doubtful"))
    }

    text(row) {
      return part(row, "text")
    }

    speaker(row) {
      return part(row, "speaker")
    }

    read() {
      return this.rows.map((row) => ({
        ...Object.fromEntries(FIELDS.map((name) => [name, part(row, name).value])),
        source: part(row, "source").value.split("\n").filter(Boolean),
      }))
    }

    /* These turns in the place of `count` rows from `start` on; whoever rearranges them has seen them. */
    put(start, count, ...turns) {
      const first = this.rows[start]
      for (const surplus of this.rows.slice(start + 1, start + count)) surplus.remove()
      let row = first
      turns.forEach((turn, place) => {
        if (place) {
          const next = row.cloneNode(true)
          row.after(next)
          row = next
        }
        this.write(row, turn)
      })
      this.renumber()
      this.fit()
      this.dispatchEvent(new CustomEvent("rearranged", { bubbles: true }))
    }

    write(row, turn) {
      for (const name of FIELDS) part(row, name).value = turn[name]
      part(row, "source").value = turn.source.join("\n")
      part(row, "confidence").value = "1.0"
      row.classList.remove("doubtful", "current")
      for (const sign of row.querySelectorAll(".seen, .doubt")) sign.remove()
      const printed = turn.source.map((line) => Object.assign(document.createElement("p"), { textContent: line }))
      row.querySelector(".source").replaceChildren(...printed)
    }

    renumber() {
      this.rows.forEach((row, n) => {
        row.id = `turn-${n}`
        row.querySelector(".number").textContent = n + 1
        for (const node of row.querySelectorAll("[name], [for], [aria-label]")) {
          for (const name of ["id", "name", "for"]) {
            const value = node.getAttribute(name)
            if (value) node.setAttribute(name, value.replace(/^turn-\d+/, `turn-${n}`))
          }
          if (node.dataset.verb) node.value = `${node.dataset.verb}:${n}`
          const label = node.getAttribute("aria-label")
          if (label) node.setAttribute("aria-label", label.replace(/\d+$/, n + 1))
          if (node.matches("label.visually-hidden")) node.textContent = node.textContent.replace(/\d+$/, n + 1)
        }
      })
    }

    /* Every word in view, also where a browser cannot do it by style alone. */
    fit() {
      if (CSS.supports("field-sizing", "content")) return
      for (const row of this.rows) {
        const text = this.text(row)
        text.style.height = "auto"
        text.style.height = `${text.scrollHeight + 4}px`
      }
    }
  }

  customElements.define("turn-rows", TurnRows)
})()
