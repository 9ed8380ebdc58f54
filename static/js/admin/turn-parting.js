/* <turn-parting> in the heading of an exchange: parted at the cursor into two, or joined with the next one. Of an
   answer that is parted, words that are selected become the question of the second. No word is lost either way. */
;(() => {
  const ROW = ".inline-related:not(.empty-form)"
  const [START, END] = ["\uE000", "\uE001"] // letters of nobody, set into the text where it is to be parted

  const question = (row) => row.querySelector("textarea[name$=-question]")
  const speaker = (row) => row.querySelector("[name$=-answered_by]")
  const editorOf = (row) => window.CKEDITOR?.instances[row.querySelector("textarea[name$=-answer]")?.id]
  const escaped = (text) => text.split(/\n+/).map((line) => CKEDITOR.tools.htmlEncode(line)).join("<br>")

  /* The editor of a new row is there a moment later. */
  async function ready(row) {
    while (editorOf(row)?.status !== "ready") await new Promise((resolve) => setTimeout(resolve, 20))
    return editorOf(row)
  }

  async function newRowAfter(row) {
    const added = new Promise((resolve) => document.addEventListener("formset:added", ({ target }) => resolve(target), { once: true }))
    document.querySelector("#exchanges-group .add-row a").click()
    const made = await added
    await ready(made)
    row.after(made)
    speaker(made).value = speaker(row).value
    return made
  }

  /* [before, selected, after] of an answer, as HTML. */
  function parted(editor, range) {
    const [start, end] = [range.cloneRange(), range.cloneRange()]
    end.collapse(false)
    end.insertNode(document.createTextNode(END))
    start.collapse(true)
    start.insertNode(document.createTextNode(START))
    const { body } = new DOMParser().parseFromString(editor.getData(), "text/html")
    const [after, chosen] = [from(body, END), from(body, START)]
    return [body, chosen, after].map((part) => part.innerHTML)
  }

  /* What stands behind this mark is taken out of the body and given back in one of its own; the mark is gone. */
  function from(body, mark) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() && !walker.currentNode.data.includes(mark));
    const text = walker.currentNode
    const rest = text.splitText(text.data.indexOf(mark))
    rest.deleteData(0, 1)
    const range = new Range()
    range.setStartBefore(rest)
    range.setEndAfter(body.lastChild)
    const taken = document.createElement("div")
    taken.append(range.extractContents())
    return taken
  }

  async function split(row) {
    const asked = question(row)
    const range = window.getSelection().rangeCount && window.getSelection().getRangeAt(0)
    const editor = editorOf(row)
    const inQuestion = document.activeElement === asked
    const inAnswer = !inQuestion && range && editor.editable().$.contains(range.commonAncestorContainer)
    if (!inQuestion && !inAnswer) return
    const [before, chosen, after] = inAnswer ? parted(editor, range) : ["", "", editor.getData()]
    const words = new DOMParser().parseFromString(chosen.replace(/<\/p>|<br>/g, " "), "text/html").body.textContent
    const made = await newRowAfter(row)
    question(made).value = (inQuestion ? asked.value.slice(asked.selectionStart) : words).trim()
    if (inQuestion) asked.value = asked.value.slice(0, asked.selectionStart).trim()
    editor.setData(before)
    editorOf(made).setData(after)
    question(made).focus()
  }

  async function join(row) {
    const next = row.nextElementSibling
    if (!next?.matches(ROW)) return
    const [editor, other] = [await ready(row), await ready(next)]
    const asked = question(next).value.trim()
    const said = editor.getData().trim()
    if (!said) question(row).value = `${question(row).value}\n\n${asked}`.trim()
    if (!speaker(row).value) speaker(row).value = speaker(next).value
    editor.setData(said + (said && asked ? `<p>${escaped(asked)}</p>` : "") + other.getData())
    remove(next)
  }

  /* A stored row goes when the story is saved; one just added goes at once. */
  function remove(row) {
    const box = row.querySelector("h3 .delete input")
    if (!box) return row.querySelector(".inline-deletelink").click()
    box.checked = true
    row.querySelector("turn-fold")?.fold(true)
  }

  class TurnParting extends HTMLElement {
    connectedCallback() {
      if (this.closest(".empty-form")) return
      const row = this.closest(ROW)
      const parting = this.button("Tách", "Tách lượt này ở con trỏ; chữ đang chọn thành câu hỏi mới", () => split(row))
      // The cursor stays where it is: neither the button takes it, nor the row, which is there to be dragged.
      parting.addEventListener("mousedown", (event) => event.preventDefault())
      for (const name of ["pointerdown", "mousedown", "touchstart"]) parting.addEventListener(name, (event) => event.stopPropagation())
      this.replaceChildren(parting, this.button("Gộp", "Gộp lượt sau vào lượt này", () => join(row)))
    }

    button(words, title, press) {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, title })
      made.addEventListener("click", press)
      return made
    }
  }

  // Ctrl+Shift+Enter (writing-keys.js): whatever row the cursor is in.
  document.addEventListener("turn:split", () => {
    const row = document.activeElement?.closest(`.exchanges ${ROW}`)
    if (row) split(row)
  })
  document.addEventListener("DOMContentLoaded", () => customElements.define("turn-parting", TurnParting))
})()
