/* Pictures in the text. Stored, and given back: <figure data-image-id="12"><figcaption>Caption</figcaption></figure>,
   the caption plain text or missing. Shown here with a thumbnail, movable and deletable, the caption typed in place.
   config.newsFigure names addresses of the desk: choose, and with /0/ for the image's id, thumbnail and facts. */
;(() => {
  const WINDOW = "newsfigure"
  let asking = null // the editor that opened the library

  const address = (pattern, id) => pattern.replace("/0/", `/${id}/`)
  const isId = (value) => /^[1-9][0-9]{0,17}$/.test(value)
  const captionOf = (figure) => figure.getFirst((child) => child.name === "figcaption")

  function openLibrary(editor) {
    asking = editor
    listenToPopups()
    const library = window.open(editor.config.newsFigure.choose, WINDOW, "width=1000,height=700,resizable=yes,scrollbars=yes")
    if (library) library.focus()
    else editor.showNotification("Trình duyệt đã chặn cửa sổ kho ảnh. Hãy cho phép cửa sổ bật lên của trang này.", "warning")
  }

  // The admin's popups report to functions of the page that opened them: choosing an image, or adding one.
  function listenToPopups() {
    for (const name of ["dismissRelatedLookupPopup", "dismissAddRelatedObjectPopup"]) {
      const others = window[name]
      if (others?.forFigures) continue
      window[name] = (popup, id, ...rest) => {
        if (popup.name !== WINDOW) return others(popup, id, ...rest)
        popup.close()
        if (asking && isId(id)) insert(asking, id)
      }
      window[name].forFigures = true
    }
  }

  async function insert(editor, id) {
    const caption = await captionFromLibrary(editor, id)
    editor.focus()
    const focused = editor.widgets.focused
    if (focused) { // or the new figure would take its place
      const range = editor.createRange()
      range.moveToPosition(focused.wrapper, CKEDITOR.POSITION_AFTER_END)
      range.select()
    }
    const text = CKEDITOR.tools.htmlEncode(caption)
    editor.insertHtml(`<figure data-image-id="${id}"><figcaption>${text}</figcaption></figure>`)
  }

  async function captionFromLibrary(editor, id) {
    try {
      const answer = await fetch(address(editor.config.newsFigure.facts, id))
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      return (await answer.json()).caption || ""
    } catch (error) {
      editor.showNotification(`Chưa lấy được chú thích của ảnh (${error.message}). Bạn hãy gõ chú thích dưới ảnh.`, "warning")
      return ""
    }
  }

  // Enter, on a figure or in its caption, goes on writing below it.
  function onEnter(event, figure) {
    if (event.data.keyCode !== 13 || figure?.name !== "newsfigure") return
    event.cancel()
    const paragraph = new CKEDITOR.dom.element("p")
    paragraph.insertAfter(figure.wrapper)
    paragraph.appendBogus()
    const range = figure.editor.createRange()
    range.moveToElementEditStart(paragraph)
    range.select()
    figure.editor.fire("saveSnapshot")
  }

  CKEDITOR.plugins.add("newsfigure", {
    requires: "widget,notification",

    init(editor) {
      editor.widgets.add("newsfigure", {
        allowedContent: "figure[!data-image-id]; figcaption",
        requiredContent: "figure[data-image-id]",
        parts: { caption: "figcaption" },
        editables: { caption: { selector: "figcaption", allowedContent: "br" } },

        init() {
          this.on("key", (event) => onEnter(event, this))
        },

        getLabel() {
          return `Ảnh ${this.element.getAttribute("data-image-id")}: ${this.parts.caption.getText()}`
        },

        upcast(element) {
          const id = element.attributes["data-image-id"]
          if (element.name !== "figure" || !isId(id)) return false
          const caption = captionOf(element) || new CKEDITOR.htmlParser.element("figcaption", {})
          const picture = new CKEDITOR.htmlParser.element("img", {
            src: address(editor.config.newsFigure.thumbnail, id), alt: `Ảnh ${id}`, loading: "lazy",
          })
          element.children = []
          element.add(picture)
          element.add(caption)
          return true
        },

        downcast(element) {
          const caption = captionOf(element)
          const text = caption?.getHtml().replace(/<br[^>]*>|&nbsp;/g, " ").trim()
          const stored = new CKEDITOR.htmlParser.element("figure", { "data-image-id": element.attributes["data-image-id"] })
          if (text) stored.setHtml(`<figcaption>${text}</figcaption>`)
          return stored
        },
      })

      editor.on("key", (event) => {
        const place = editor.getSelection()?.getStartElement()
        if (place && !editor.widgets.focused) onEnter(event, editor.widgets.getByElement(place))
      })
      editor.addCommand("newsfigure", { exec: openLibrary, requiredContent: "figure[data-image-id]", async: true })
      editor.ui.addButton("NewsFigure", { label: "Chèn ảnh từ kho", command: "newsfigure", icon: "image" })
    },
  })
})()
