/* <focus-point> around a picture of the library: where one points is what crops keep in sight. A click, a drag, or the
   arrow keys on the mark write the two percentages; typed, they move the mark. Without this script they are typed. */
;(() => {
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
  const within = (value) => Math.min(100, Math.max(0, Math.round(value)))

  class FocusPoint extends HTMLElement {
    connectedCallback() {
      this.fields = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`))
      if (this.mark || this.fields.some((field) => !field)) return
      this.mark = document.createElement("button")
      this.mark.type = "button"
      this.mark.className = "mark"
      this.append(this.mark)
      this.addEventListener("pointerdown", (event) => this.take(event))
      this.addEventListener("pointermove", (event) => event.buttons && this.point(event))
      this.mark.addEventListener("keydown", (event) => this.step(event))
      for (const field of this.fields) field.addEventListener("input", () => this.show())
      this.show()
    }

    get place() {
      return this.fields.map((field) => within(Number(field.value) || 0))
    }

    take(event) {
      if (event.button) return
      event.preventDefault() // the picture is not dragged away
      this.setPointerCapture(event.pointerId)
      this.mark.focus()
      this.point(event)
    }

    point({ clientX, clientY }) {
      const { left, top, width, height } = this.querySelector("img").getBoundingClientRect()
      this.set([((clientX - left) / width) * 100, ((clientY - top) / height) * 100])
    }

    step(event) {
      const step = STEPS[event.key]
      if (!step) return
      event.preventDefault()
      const far = event.shiftKey ? 10 : 1
      this.set(this.place.map((value, axis) => value + far * step[axis]))
    }

    set(place) {
      place.forEach((value, axis) => (this.fields[axis].value = within(value)))
      this.fields[0].dispatchEvent(new Event("change", { bubbles: true }))
      this.show()
    }

    show() {
      const [x, y] = this.place
      this.mark.style.insetInlineStart = `${x}%`
      this.mark.style.insetBlockStart = `${y}%`
      this.mark.setAttribute("aria-label", `Tâm điểm của ảnh: ngang ${x}%, dọc ${y}%. Phím mũi tên để dời.`)
    }
  }

  // By then the whole form is there.
  document.addEventListener("DOMContentLoaded", () => customElements.define("focus-point", FocusPoint))
})()
