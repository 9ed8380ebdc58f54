/* <copy-line data-address>: the line between a form that is being written and the server: says in words what is kept,
   who else is here and whether somebody saved meanwhile. Its answers carry a fresh token, so that a form outlives the
   session it was opened in. */
;(() => {
  const SMALL = 20000 // characters a browser surely still sends when its page is gone
  const OUT = "Phiên làm việc đã hết: chữ của bạn còn đây và trên máy này."
  const BARRED = "Bạn không còn sửa được bài này: chữ của bạn còn đây và trên máy này."
  const AWAY = "Mất kết nối: bản của bạn còn trên máy này."

  class CopyLine extends HTMLElement {
    get tokens() {
      return document.querySelectorAll("[name=csrfmiddlewaretoken]")
    }

    /* Whether it is done; what came back is told. */
    async ask(act, copy = "", going = false, again = true) {
      const body = new FormData()
      const version = this.closest("form").elements.version.value
      const given = { act, copy, version, csrfmiddlewaretoken: this.tokens[0].value }
      for (const [name, value] of Object.entries(given)) body.append(name, value)
      const keepalive = going && copy.length < SMALL
      this.asking = new AbortController()
      try {
        const answer = await fetch(this.dataset.address, {
          method: "POST", body, redirect: "manual", keepalive, signal: this.asking.signal,
        })
        if (answer.type === "opaqueredirect" || answer.status === 403) return again && (await this.renewed(act, copy))
        if (answer.status >= 500) throw new TypeError("the server is away")
        this.tell(await answer.json())
        return answer.ok
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof SyntaxError || error.name === "AbortError")) throw error
        if (error.name !== "AbortError" && act === "keep") this.say(AWAY)
        return false
      }
    }

    stop() {
      this.asking?.abort()
    }

    /* The session ended, or another one began meanwhile: ask for its token, then once more. */
    async renewed(act, copy) {
      const answer = await fetch(this.dataset.address, { redirect: "manual" })
      if (answer.ok) {
        const { token } = await answer.json()
        this.tokens.forEach((field) => (field.value = token))
        return this.ask(act, copy, false, false)
      }
      const out = answer.type === "opaqueredirect"
      this.say(out ? OUT : BARRED)
      this.querySelector("[data-login]").hidden = !out
      return false
    }

    tell({ saved, here, overtaken, problem }) {
      const login = this.querySelector("[data-login]")
      if (saved || problem) this.say(problem || `Đã tự lưu lúc ${saved}`)
      else if (!login.hidden) this.say("Đã đăng nhập lại.")
      login.hidden = true
      const news = JSON.stringify([here, overtaken])
      if (news === this.news) return
      this.news = news
      this.querySelector("[data-overtaken]").textContent = overtaken
      const row = (textContent) => Object.assign(document.createElement("li"), { textContent })
      this.querySelector("[data-here]").replaceChildren(...here.map(row))
    }

    say(words) {
      this.querySelector("[data-state]").textContent = words
    }
  }

  document.addEventListener("DOMContentLoaded", () => customElements.define("copy-line", CopyLine))
})()
