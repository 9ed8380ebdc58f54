/* nameFileFields(part): a field for files speaks the browser's language, which may be any; here it speaks Vietnamese.
   The field itself lies unseen over its new face: it is pressed, reached by Tab and dropped upon as ever. */
;(() => {
  const made = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text })

  function name(input) {
    const face = made("span", "file-field")
    const chosen = made("span", "file-chosen")
    const tell = () => {
      chosen.textContent = [...input.files].map((file) => file.name).join(", ") || "Chưa chọn tệp"
      input.title = chosen.textContent // else the browser has words of its own for the pointer
    }
    input.replaceWith(face)
    face.append(input, made("span", "file-button", input.accept.startsWith("image/") ? "Chọn ảnh…" : "Chọn tệp…"), chosen)
    for (const part of face.querySelectorAll("span")) part.setAttribute("aria-hidden", "true")
    // Whoever sends the files at once empties the field while hearing of them.
    for (const event of ["change", "blur"]) input.addEventListener(event, () => setTimeout(tell))
    tell()
  }

  window.nameFileFields = (part) => part.querySelectorAll("input[type=file]").forEach(name)
  document.addEventListener("DOMContentLoaded", () => window.nameFileFields(document))
})()
