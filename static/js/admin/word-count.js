/* <word-count>: how many words readers will have to read, and how long that takes them. */
;(() => {
  const PACE = 250 // syllables a minute, as Vietnamese is read silently
  const PAUSE = 400 // ms after the last key
  const WORDS = ".sheet :is([name=standfirst], [name=body], [name$=-question], [name$=-answer])"
  const number = new Intl.NumberFormat("vi-VN")

  class WordCount extends HTMLElement {
    connectedCallback() {
      const form = this.closest("form")
      const heard = (editor) => editor.on("change", () => this.soon())
      window.addEventListener("load", () => {
        form.addEventListener("input", () => this.soon())
        document.addEventListener("formset:removed", () => this.soon())
        Object.values(window.CKEDITOR?.instances ?? {}).forEach(heard)
        window.CKEDITOR?.on("instanceCreated", ({ editor }) => heard(editor))
        window.CKEDITOR?.on("instanceReady", () => this.soon())
        this.count()
      })
    }

    soon() {
      clearTimeout(this.pause)
      this.pause = setTimeout(() => this.count(), PAUSE)
    }

    count() {
      const words = [...document.querySelectorAll(WORDS)].reduce((sum, field) => sum + inside(field), 0)
      this.hidden = words === 0
      this.textContent = `${number.format(words)} chữ · đọc ${Math.ceil(words / PACE)} phút`
    }
  }

  function inside(field) {
    if (field.name.includes("__prefix__")) return 0
    const area = window.CKEDITOR?.instances[field.id]?.editable()?.$
    const text = area ? area.textContent : field.dataset.type ? field.value.replace(/<[^>]*>/g, " ") : field.value
    // Blocks of the editor touch each other in textContent: between them is a word's end.
    const parts = area ? [...area.children].map((block) => block.textContent) : [text]
    return parts.reduce((sum, part) => sum + (part.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0)
  }

  customElements.define("word-count", WordCount)
})()
