/* How pictures come into the text: by the button, from the library in its window (static/js/admin/picture-library.js);
   by dropping or pasting their files, which go to the library first (static/js/admin/picture-upload.js); several make a set.
   config.newsPictures names addresses of the desk: choose, upload. */
;(() => {
  const escaped = (text) => CKEDITOR.tools.htmlEncode(text || "")
  const figure = ({ id, caption }, gallery) =>
    `<figure data-image-id="${id}"${gallery ? ' class="gallery"' : ""}><figcaption>${escaped(caption)}</figcaption></figure>`

  /* The block one stands in, behind which pictures come to stand; what is typed meanwhile does not move them. */
  function placeOf(editor) {
    const focused = editor.widgets.focused
    if (focused) return focused.wrapper
    const start = editor.getSelection()?.getStartElement()
    const caption = start && editor.widgets.getByElement(start)
    if (caption) return caption.wrapper
    return editor.elementPath(start)?.contains((one) => one.getParent()?.equals(editor.editable())) ?? null
  }

  function insert(editor, pictures, { place, gallery = false }) {
    if (!pictures.length) return
    editor.focus()
    const range = editor.createRange()
    const there = place && editor.editable().contains(place)
    if (there) range.moveToPosition(place, CKEDITOR.POSITION_AFTER_END)
    else range.moveToElementEditEnd(editor.editable())
    range.select()
    editor.fire("saveSnapshot")
    editor.insertHtml(pictures.map((one) => figure(one, gallery)).join(""))
    if (there && place.is("p") && !place.getText().trim() && !place.findOne("img")) place.remove()
    editor.fire("saveSnapshot")
    captionFirst(editor, pictures[0])
  }

  /* A caption that lacks words is what comes next. */
  function captionFirst(editor, { id, caption }) {
    const widgets = Object.values(editor.widgets.instances).filter((one) => one.element.getAttribute("data-image-id") === String(id))
    const last = widgets.at(-1)
    if (!last) return
    if (caption) last.focus()
    else {
      const range = editor.createRange()
      range.moveToElementEditStart(last.editables.caption)
      last.editables.caption.focus()
      range.select()
    }
  }

  async function choose(editor) {
    const place = placeOf(editor)
    const answer = await window.chooseFromLibrary({ address: editor.config.newsPictures.choose })
    if (answer) insert(editor, answer.pictures, { place, gallery: answer.gallery })
    else editor.focus()
  }

  async function send(editor, files) {
    const place = placeOf(editor)
    const notice = editor.showNotification(`Đang đưa ${files.length} ảnh vào kho…`, "progress", 0)
    const arrived = []
    for (const [done, file] of files.entries()) {
      const answer = await window.sendPicture(file, editor.config.newsPictures.upload, (part) =>
        notice.update({ progress: (done + part) / files.length }),
      )
      if (answer.image) arrived.push(answer.image)
      if (answer.error) editor.showNotification(`${file.name}: ${answer.error}`, answer.image ? "info" : "warning")
    }
    notice.hide()
    if (editor.status !== "ready") return
    insert(editor, arrived, { place, gallery: arrived.length > 1 })
    if (arrived.length > 1) editor.showNotification(`${arrived.length} ảnh đứng thành một bộ. Bấm vào một ảnh rồi nút “Ghép ảnh này…” để tách ra.`, "info")
  }

  /* Word and browsers put a picture of what was copied beside the text itself: only where there are no words it is meant. */
  function filesOf({ dataTransfer }) {
    const words = dataTransfer.getData("text/html", true).replace(/<[^>]*>/g, "").trim() || dataTransfer.getData("text/plain", true)
    if (words && !dataTransfer.isFileTransfer?.()) return []
    return Array.from({ length: dataTransfer.getFilesCount() }, (_, number) => dataTransfer.getFile(number)).filter(Boolean)
  }

  CKEDITOR.plugins.add("newspictures", {
    requires: "newsfigure,clipboard,notification",

    init(editor) {
      editor.addCommand("newspictures", { exec: choose, requiredContent: "figure[data-image-id]", async: true })
      editor.ui.addButton("NewsFigure", { label: "Chèn ảnh (kho ảnh, tải lên)", command: "newspictures", icon: "image" })
      editor.on("paste", (event) => {
        const files = filesOf(event.data)
        if (!files.length) return
        event.cancel()
        send(editor, files)
      }, null, null, 1) // before anybody makes text of them
    },
  })
})()
