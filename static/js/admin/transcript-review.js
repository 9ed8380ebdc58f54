/* <transcript-review>: one key or one click for each thing an editor does to the turns inside (turn-editing.js), and
   the way from one doubtful turn to the next. Keys are those of the legend on the page: Alt with a letter, which no
   Vietnamese typing uses, read by their place on the keyboard. */
;(() => {
  const KEYS = {
    Enter: "split", KeyG: "merge", KeyQ: "swap", KeyN: "speaker", KeyA: "caption", KeyK: "closing", KeyY: "byline",
    KeyX: "look", KeyJ: "next", ArrowUp: "up", ArrowDown: "down",
  }
  const KINDS = { caption: "caption", closing: "remark", byline: "byline" }
  const DONE = {
    split: "Đã tách thành hai lượt", merge: "Đã gộp với lượt trước", swap: "Đã đổi hỏi – đáp", look: "Đã xem",
    caption: "Đã ghi là chú thích ảnh", closing: "Đã ghi là lời kết", byline: "Đã ghi là dòng ký tên",
  }

  class TranscriptReview extends HTMLElement {
    connectedCallback() {
      document.addEventListener("keydown", (event) => this.press(event)) // also from the top of the page
      this.addEventListener("click", (event) => this.click(event))
      this.addEventListener("change", (event) => this.choose(event))
      this.addEventListener("focusin", ({ target }) => this.stand(target.closest(".turn")))
      this.addEventListener("rearranged", () => this.count())
    }

    get editing() {
      return this.querySelector("turn-editing")
    }

    get list() {
      return this.querySelector("turn-rows")
    }

    /* The turn that keys and buttons mean: the one the caret was in last. */
    stand(row) {
      if (row) for (const other of this.list.rows) other.classList.toggle("current", other === row)
    }

    press(event) {
      const plain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      const verb = plain && KEYS[event.code]
      const row = event.target.closest(".turn") ?? this.querySelector(".turn.current")
      const opensSelect = event.target.matches("select") && event.code.startsWith("Arrow")
      if (!verb || opensSelect || (!row && verb !== "next")) return
      event.preventDefault()
      this.act(verb, row)
    }

    click(event) {
      const button = event.target.closest(".turn [data-verb], a[data-verb=next]")
      if (!button) return
      event.preventDefault()
      this.act(button.dataset.verb, button.closest(".turn"))
    }

    choose({ target }) {
      const n = this.list.rows.indexOf(target.closest(".turn"))
      if (n < 0) return
      if (target.matches("select[name$=-speaker]")) this.editing.assign(n, target.value)
      else if (target.matches("select")) this.editing.look(n)
      else if (target.matches("[type=checkbox]")) this.go(this.editing.look(n)) // the box itself is gone
      else return
      this.stand(this.list.rows[n])
    }

    act(verb, row) {
      const n = this.list.rows.indexOf(row)
      if (verb === "next") return this.next(n)
      if (verb === "up" || verb === "down") return this.go(n + (verb === "up" ? -1 : 1))
      if (verb === "speaker") return this.speaker(n, row)
      const text = this.list.text(row)
      const at = text.selectionStart
      const there = verb in KINDS ? this.editing.mark(n, KINDS[verb], at) : this.editing[verb](n, at)
      if (verb === "look") this.next(n)
      else this.go(there, verb === "merge" || verb === "split" ? 0 : at)
      this.say(DONE[verb])
    }

    /* The first press goes to the speaker, the next ones choose who comes after. */
    speaker(n, row) {
      const select = this.list.speaker(row)
      if (document.activeElement !== select) return select.focus()
      const next = select.options[(select.selectedIndex + 1) % select.options.length]
      this.editing.assign(n, next.value)
      this.stand(row)
      this.say(`Lượt ${n + 1}: ${next.text}`)
    }

    next(n) {
      const rows = this.list.doubtful
      const row = rows.find((one) => this.list.rows.indexOf(one) > n) ?? rows[0]
      if (row) this.go(this.list.rows.indexOf(row))
      else this.querySelector("button[value=create]").focus()
    }

    go(n, at = 0) {
      const row = this.list.rows[n]
      if (!row) return
      const text = this.list.text(row)
      text.focus({ preventScroll: true })
      text.setSelectionRange(at, at)
      row.scrollIntoView({ block: "nearest" })
    }

    count() {
      const left = this.list.doubtful.length
      this.querySelector("[data-count]").textContent = left ? `${left} lượt cần xem lại` : "Không còn lượt nào cần xem lại"
      const link = this.querySelector("a[data-verb=next]")
      if (link) link.hidden = !left
    }

    say(words) {
      this.querySelector("[data-said]").textContent = words
    }
  }

  customElements.define("transcript-review", TranscriptReview)
})()
