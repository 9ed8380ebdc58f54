/* <row-order> in the heading of a row of a sortable inline: buttons that move the row up and down, for the keyboard
   and for thumbs. However rows come to stand (buttons, drag, typed number, added, removed), their position fields
   are numbered anew from the top. Without this script the numbers are typed. */
;(() => {
  const ROW = ".inline-related:not(.empty-form)"
  const POSITION = "input._reorder_"

  const rowsOf = (group) => [...group.querySelectorAll(ROW)]

  function renumber(group) {
    rowsOf(group).forEach((row, index) => {
      const position = row.querySelector(POSITION)
      if (position) position.value = index + 1
    })
  }

  // Watches one fieldset of rows, once.
  const watched = new WeakSet()
  function watch(group) {
    if (watched.has(group)) return
    watched.add(group)
    const again = () => renumber(group)
    new MutationObserver(again).observe(group, { childList: true })
    // The package numbers saved rows alone when a drag ends: go over them after it.
    group.addEventListener("end", () => queueMicrotask(again))
    group.addEventListener("change", ({ target }) => {
      if (target.matches(POSITION)) moveTo(group, target.closest(ROW), Number(target.value))
    })
  }

  // Sortable gives a dragged row the words of the whole row to carry, and where it is let go, an editor or a text area
  // would take them in. A row carries nothing, and nothing takes it. (On the document: after Sortable has begun.)
  let dragged = null
  document.addEventListener("dragstart", ({ target, dataTransfer }) => {
    dragged = target instanceof Element && target.matches(ROW) ? target : null
    if (!dragged) return
    dataTransfer.clearData()
    dataTransfer.setData("application/x-row", dragged.id) // Firefox drags nothing that carries nothing
  })
  // Caught on its way down: CKEditor leaves alone what somebody else has answered.
  document.addEventListener("drop", (event) => dragged && event.preventDefault(), true)
  document.addEventListener("dragend", () => (dragged = null))

  // A typed number moves its row there.
  function moveTo(group, row, number) {
    if (!row || !Number.isFinite(number)) return
    const others = rowsOf(group).filter((other) => other !== row)
    const next = others[Math.max(0, Math.trunc(number) - 1)]
    if (next) next.before(row)
    else others.at(-1)?.after(row)
    renumber(group)
    row.querySelector(POSITION)?.focus()
  }

  class RowOrder extends HTMLElement {
    constructor() {
      super()
      this.addEventListener("click", (event) => this.press(event))
    }

    connectedCallback() {
      const row = this.closest(ROW)
      if (row) {
        // Sortable drags rows that bear this class; those just added are as good as the saved ones.
        row.classList.add("has_original")
        watch(row.parentElement)
      }
      if (this.querySelector("button")) return // moved, or copied from the empty row
      this.append(this.button("up", "Lên", "↑"), this.button("down", "Xuống", "↓"), this.status())
    }

    button(direction, label, arrow) {
      const button = document.createElement("button")
      button.type = "button"
      button.dataset.direction = direction
      button.textContent = arrow
      button.setAttribute("aria-label", `${label} một lượt`)
      button.title = `${label} một lượt`
      return button
    }

    status() {
      const status = document.createElement("span")
      status.className = "visually-hidden"
      status.setAttribute("role", "status")
      return status
    }

    press(event) {
      const direction = event.target.closest("button")?.dataset.direction
      const row = this.closest(ROW)
      if (!direction || !row) return
      const group = row.parentElement
      const rows = rowsOf(group)
      const place = rows.indexOf(row) + (direction === "up" ? -1 : 1)
      const other = rows[place]
      if (!other) return
      // The neighbour moves, not this row: the pressed button keeps the focus.
      if (direction === "up") row.after(other)
      else row.before(other)
      renumber(group)
      row.scrollIntoView({ block: "nearest" })
      this.querySelector("[role=status]").textContent = `Lượt ${place + 1} trên ${rows.length}`
    }
  }

  customElements.define("row-order", RowOrder)
})()
