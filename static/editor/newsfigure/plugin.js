/* Pictures in the text. Stored, and given back: <figure data-image-id="12"><figcaption>Caption</figcaption></figure>,
   the caption plain text or missing; class="gallery" where it stands in one set with its neighbours. Shown here with
   thumbnail and credit, movable and deletable, the caption typed in place. How they come in: ../newspictures/plugin.js;
   how credit and description are written: ../newswords/plugin.js, which tells of it by the event "pictureWords".
   config.newsFigure names addresses of the desk, with /0/ for the image's id: thumbnail, facts. */
;(() => {
  const known = new Map() // what the library says of each picture, asked once

  const address = (pattern, id) => pattern.replace("/0/", `/${id}/`)
  const isId = (value) => /^[1-9][0-9]{0,17}$/.test(value)
  const captionOf = (figure) => figure.getFirst((child) => child.name === "figcaption")
  const inGallery = (widget) => widget?.element.hasClass("gallery")

  async function factsOf(editor, id) {
    if (!known.has(id)) {
      known.set(id, fetch(address(editor.config.newsFigure.facts, id)).then((answer) => (answer.ok ? answer.json() : null)))
    }
    return known.get(id)
  }

  /* Credit and first caption are the picture's, not this text's: they are shown. */
  async function showFacts(widget) {
    const facts = await factsOf(widget.editor, widget.element.getAttribute("data-image-id")).catch(() => null)
    if (!facts || !widget.element.$) return
    const credit = facts.credit ? `Ảnh: ${facts.credit}` : "Chưa ghi nguồn"
    widget.element.setAttribute("data-credit", `${credit} · ${facts.alt ? "Sửa mô tả, nguồn" : "Chưa có mô tả: ghi ngay"}`)
    if (facts.caption) widget.parts.caption.setAttribute("data-caption", facts.caption)
  }

  CKEDITOR.on("pictureWords", ({ data }) => {
    known.set(String(data.id), data)
    const widgets = Object.values(CKEDITOR.instances).flatMap((editor) => Object.values(editor.widgets?.instances ?? {}))
    widgets.filter(({ element }) => element.getAttribute("data-image-id") === String(data.id)).forEach(showFacts)
  })

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

  const beside = (editor, widget) =>
    ["getPrevious", "getNext"]
      .map((way) => widget.wrapper[way]((node) => node.type === CKEDITOR.NODE_ELEMENT))
      .map((node) => node && editor.widgets.getByElement(node, true)).filter((other) => other?.name === "newsfigure")

  /* The picture one stands on joins those beside it in one set, or leaves it. */
  function toggleGallery(editor) {
    const widget = editor.widgets.focused
    if (widget?.name !== "newsfigure") return
    editor.fire("saveSnapshot")
    if (inGallery(widget)) widget.element.removeClass("gallery")
    else for (const one of [widget, ...beside(editor, widget)]) one.element.addClass("gallery")
    editor.fire("saveSnapshot")
    editor.fire("change")
  }

  CKEDITOR.plugins.add("newsfigure", {
    requires: "widget,notification",

    init(editor) {
      editor.widgets.add("newsfigure", {
        allowedContent: "figure[!data-image-id](gallery); figcaption",
        requiredContent: "figure[data-image-id]",
        parts: { caption: "figcaption" },
        editables: { caption: { selector: "figcaption", allowedContent: "br" } },

        init() {
          this.on("key", (event) => onEnter(event, this))
          showFacts(this)
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
          if (element.hasClass("gallery")) stored.addClass("gallery")
          if (text) stored.setHtml(`<figcaption>${text}</figcaption>`)
          return stored
        },
      })

      editor.on("key", (event) => {
        const place = editor.getSelection()?.getStartElement()
        if (place && !editor.widgets.focused) onEnter(event, editor.widgets.getByElement(place))
      })
      editor.addCommand("newsgallery", { exec: toggleGallery, startDisabled: true })
      editor.ui.addButton("NewsGallery", { label: "Ghép ảnh này với ảnh bên cạnh thành bộ", command: "newsgallery", icon: `${this.path}gallery.svg` })
      editor.widgets.on("checkSelection", () => setTimeout(() => {
        const focused = editor.widgets.focused
        const state = focused?.name !== "newsfigure" ? "DISABLED" : inGallery(focused) ? "ON" : "OFF"
        editor.getCommand("newsgallery")?.setState(CKEDITOR[`TRISTATE_${state}`])
      }))
    },
  })
})()
