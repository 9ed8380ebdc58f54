/* What the library says of a picture in the text, its description and credit, is written where the picture stands: by a
   double click, by a click on the line under it, or by the button (static/js/admin/picture-words.js). The text itself is
   not touched. config.newsWords is the address of that window, with /0/ for the image's id. */
;(() => {
  async function writeWords(widget) {
    const { editor, element } = widget
    const facts = await window.writePictureWords(editor.config.newsWords.replace("/0/", `/${element.getAttribute("data-image-id")}/`))
    if (facts) CKEDITOR.fire("pictureWords", facts)
    if (editor.status === "ready") widget.focus()
  }

  // The line of the credit is drawn below the caption; nothing else of the figure lies there.
  const onCredit = ({ element, parts }, { target, clientY }) =>
    target === element.$ && clientY > parts.caption.$.getBoundingClientRect().bottom

  const pictureOf = (editor) => (editor.widgets.focused?.name === "newsfigure" ? editor.widgets.focused : null)

  CKEDITOR.plugins.add("newswords", {
    requires: "newsfigure",

    init(editor) {
      editor.addCommand("newswords", {
        startDisabled: true,
        canUndo: false, // the text stays as it is
        exec(editor) {
          const picture = pictureOf(editor)
          if (picture) writeWords(picture)
        },
      })
      editor.ui.addButton("NewsWords", { label: "Mô tả, nguồn của ảnh này", command: "newswords", icon: `${this.path}words.svg` })
      editor.widgets.on("instanceCreated", ({ data: widget }) => {
        if (widget.name !== "newsfigure") return
        widget.on("doubleclick", (event) => {
          event.cancel()
          writeWords(widget)
        })
        widget.element.on("click", ({ data }) => onCredit(widget, data.$) && writeWords(widget))
      })
      editor.widgets.on("checkSelection", () =>
        setTimeout(() => editor.getCommand("newswords")?.setState(CKEDITOR[pictureOf(editor) ? "TRISTATE_OFF" : "TRISTATE_DISABLED"])),
      )
    },
  })
})()
