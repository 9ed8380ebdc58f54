/* Beside the number of a picture (articles/admin/picture_input.py): the small picture and its caption, renewed when
   another number comes to stand there. The lens opens the library over the page (picture-library.js), the picture itself
   the window of its words (picture-words.js); a file dropped on the field goes to the library first (picture-upload.js). */
;(() => {
  const isId = (value) => /^[1-9][0-9]{0,17}$/.test(value)
  const frameOf = (target) => {
    const frame = target.closest?.("div:has(> input[data-picture])")
    return frame && { frame, input: frame.querySelector("input[data-picture]"), library: frame.querySelector("a.related-lookup")?.href }
  }

  async function facts(library, id) {
    const answer = await fetch(new URL(`${id}/json/`, library))
    return answer.ok ? answer.json() : null
  }

  function drawn(library, { id, url, caption, alt }) {
    const link = document.createElement("a")
    link.href = new URL(`${id}/change/`, library)
    const picture = document.createElement("img")
    picture.className = "thumbnail"
    picture.src = url
    picture.alt = ""
    link.append(picture, " ", caption || alt || `Ảnh ${id}`)
    link.title = "Mô tả, nguồn của ảnh này"
    return link
  }

  const told = (frame) => frame.querySelector("strong") ?? frame.appendChild(document.createElement("strong"))

  async function renew(input) {
    const { frame, library } = frameOf(input)
    const shown = told(frame)
    shown.replaceChildren() // never another picture beside this number
    const id = input.value.trim()
    if (!id) return
    const image = isId(id) ? await facts(library, id) : null
    if (input.value.trim() !== id) return // a newer choice is on its way
    shown.replaceChildren(image ? drawn(library, image) : `Không có ảnh số ${id}`)
  }

  function put(input, id) {
    input.value = id
    input.dispatchEvent(new Event("input", { bubbles: true }))
    django.jQuery(input).trigger("change")
  }

  async function choose({ input, library }) {
    const answer = await window.chooseFromLibrary({ address: new URL("chon/", library).pathname, many: false })
    if (answer) put(input, answer.pictures[0].id)
    else input.focus()
  }

  async function writeWords({ input, library }) {
    const facts = await window.writePictureWords(new URL(`${input.value.trim()}/chu/`, library).pathname)
    if (facts) renew(input)
    frameOf(input).frame.querySelector("strong a")?.focus()
  }

  async function send({ frame, input, library }, file) {
    told(frame).replaceChildren("Đang đưa ảnh vào kho…")
    const { image, error } = await window.sendPicture(file, new URL("gui/", library).pathname)
    if (image) put(input, image.id)
    else told(frame).replaceChildren(error)
  }

  // Before the admin's own, which opens a window of the browser.
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("a.related-lookup, input[data-picture] ~ strong a")
    const field = pressed && frameOf(pressed)
    if (!field?.library || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (pressed.matches("a.related-lookup")) choose(field)
    else writeWords(field)
  }, true)

  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      const field = event.dataTransfer?.types.includes("Files") && frameOf(event.target)
      if (!field) return
      event.preventDefault()
      if (name === "drop" && event.dataTransfer.files[0]) send(field, event.dataTransfer.files[0])
    })
  }

  // The admin's windows report through its own jQuery, which tells no native listener.
  document.addEventListener("DOMContentLoaded", () => {
    django.jQuery(document).on("change", "input[data-picture]", ({ target }) => renew(target))
  })
})()
