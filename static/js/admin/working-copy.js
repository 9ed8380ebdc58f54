/* <working-copy data-key>: within three seconds of a change the whole form goes to the server (by the <copy-line>
   inside), and into this browser until the server has it. */
;(() => {
  const PAUSE = 1500 // milliseconds from the first change to sending
  const BEAT = 20000
  const LONGEST = 60000 // between two attempts
  const LOCAL = 1500000 // characters the browser is asked to hold

  const editors = () => Object.values(window.CKEDITOR?.instances ?? {})

  class WorkingCopy extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form")
      window.addEventListener("load", () => this.begin())
    }

    begin() {
      this.line = this.querySelector("copy-line")
      this.kept = this.hasAttribute("data-unfinished") ? "" : this.collected()
      this.wait = PAUSE
      for (const name of ["input", "change", "drop"]) this.form.addEventListener(name, () => this.soon())
      for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, () => this.soon())
      const heard = (editor) => editor.on("change", () => this.soon())
      editors().forEach(heard)
      window.CKEDITOR?.on("instanceCreated", ({ editor }) => heard(editor))
      this.form.addEventListener("submit", (event) => this.sent(event))
      document.addEventListener("visibilitychange", () => (document.hidden ? this.keep(true) : this.beat()))
      window.addEventListener("pagehide", () => this.keep(true))
      window.addEventListener("online", () => this.keep())
      setInterval(() => document.hidden || this.beat(), BEAT)
      this.line.ask("seen")
      this.soon()
    }

    /* What the form would send. An editor nobody wrote in still says what the server gave it. */
    collected() {
      const data = new FormData(this.form)
      for (const editor of editors()) {
        const field = document.getElementById(editor.name)
        if (field?.name && editor.status === "ready" && editor.checkDirty()) data.set(field.name, editor.getData())
      }
      const wanted = ([name, value]) =>
        typeof value === "string" && !/^_|^csrfmiddlewaretoken$|__prefix__/.test(name)
      return JSON.stringify([...data].filter(wanted))
    }

    soon() {
      if (this.timer || this.leaving || this.collected() === this.kept) return
      this.line.say("Chưa lưu…")
      this.timer = setTimeout(() => this.keep(), this.wait)
    }

    /* The answer of a beat says who else is here; what no event told of is found by it. */
    beat() {
      if (this.leaving) return
      if (this.collected() === this.kept) this.line.ask("seen")
      else this.keep()
    }

    async keep(going = false) {
      clearTimeout(this.timer)
      this.timer = null
      const copy = this.collected()
      if (this.leaving || copy === this.kept || copy === this.under) return
      this.hold(copy)
      this.under = copy
      const done = await this.line.ask("keep", copy, going)
      this.under = null
      if (done) {
        this.kept = copy
        this.wait = PAUSE
        localStorage.removeItem(this.dataset.key)
        this.soon()
      } else if (!this.timer && !this.leaving) {
        this.wait = Math.min(2 * this.wait, LONGEST)
        this.timer = setTimeout(() => this.keep(), this.wait)
      }
    }

    hold(copy) {
      try {
        const address = location.pathname + location.search
        if (copy.length < LOCAL) localStorage.setItem(this.dataset.key, JSON.stringify({ at: Date.now(), copy, address }))
      } catch (error) {
        // The browser's store is full, or closed to us: the server still gets it.
        if (!(error instanceof DOMException)) throw error
      }
    }

    /* A copy under way would arrive after what it is a copy of. */
    sent(event) {
      setTimeout(() => {
        if (event.defaultPrevented) return
        this.leaving = true
        this.line.stop()
        const { version } = this.form.elements
        sessionStorage.setItem(this.dataset.key, JSON.stringify({ at: Date.now(), version: version.value }))
      })
    }
  }

  // By then the whole form is there.
  document.addEventListener("DOMContentLoaded", () => customElements.define("working-copy", WorkingCopy))
})()
