/* Beside the number of a picture (articles/admin/picture_input.py): the small picture and its caption, renewed when the
   library's window or a hand has put another number there. */
;(() => {
  const isId = (value) => /^[1-9][0-9]{0,17}$/.test(value)

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
    return link
  }

  async function renew(input) {
    const frame = input.parentElement
    const shown = frame.querySelector("strong") ?? frame.appendChild(document.createElement("strong"))
    shown.replaceChildren() // never another picture beside this number
    const library = frame.querySelector("a.related-lookup").href
    const id = input.value.trim()
    if (!id) return
    const image = isId(id) ? await facts(library, id) : null
    if (input.value.trim() !== id) return // a newer choice is on its way
    shown.replaceChildren(image ? drawn(library, image) : `Không có ảnh số ${id}`)
  }

  // The admin's windows report through its own jQuery, which tells no native listener.
  document.addEventListener("DOMContentLoaded", () => {
    django.jQuery(document).on("change", "input[data-picture]", ({ target }) => renew(target))
  })
})()
