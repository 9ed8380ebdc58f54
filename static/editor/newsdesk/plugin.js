/* Fits CKEditor to the desk: the newspaper's words where its Vietnamese has none, a link dialog that offers only what is
   kept, and the field's label on the text area. */
;(() => {
  const WORDS = {
    common: { url: "Địa chỉ" },
    clipboard: {
      pasteMsg: "Hãy dán vào khung dưới đây rồi bấm Đồng ý.",
      pasteNotification: "Hãy bấm %1 để dán. Trình duyệt không cho dán bằng nút này.",
      fileFormatNotSupportedNotification: "Không nhận tệp thả vào đây (${formats}). Ảnh thì được.",
      fileWithoutFormatNotSupportedNotification: "Không nhận tệp thả vào đây. Ảnh thì được.",
    },
    pastetext: { pasteNotification: "Hãy bấm %1 để dán chữ không định dạng. Trình duyệt không cho dán bằng nút này." },
    copyformatting: {
      notification: {
        copied: "Đã nhớ kiểu chữ", applied: "Đã áp kiểu chữ", canceled: "Thôi chép kiểu chữ",
        failed: "Chưa có kiểu chữ nào để áp: hãy chép một kiểu trước.",
      },
    },
    format: { label: "Kiểu đoạn", panelTitle: "Kiểu đoạn", tag_p: "Đoạn văn", tag_h2: "Tít xen", tag_h3: "Tít xen nhỏ" },
    link: {
      displayText: "Chữ hiển thị", noTel: "Hãy nhập số điện thoại", phoneNumber: "Số điện thoại",
      target: "Mở ở đâu", toPhone: "Điện thoại", toUrl: "Trang web",
    },
    notification: { closed: "Đã đóng thông báo" },
    table: { caption: "Tên bảng", headers: "Hàng, cột làm đầu đề", heightUnit: "đơn vị chiều cao" },
    toolbar: { toolbarExpand: "Mở rộng thanh công cụ" },
    widget: { label: "%1" },
  }
  const CELL_WORDS = { columnHeader: "Đầu cột", rowHeader: "Đầu hàng" }

  const LINKS = ["url", "email", "tel"] // no anchors: the vocabulary has none
  const PROTOCOLS = ["https://", "http://", ""]
  const TARGETS = ["notSet", "_blank"]

  const labelOf = (editor) => document.querySelector(`label[for="${CSS.escape(editor.name)}"]`)
  const words = (label) => label.textContent.trim().replace(/:$/, "")

  function keep(dialog, tab, field, values) {
    const choice = dialog.getContents(tab)?.get(field)
    if (choice) choice.items = choice.items.filter((option) => values.includes(option[1] ?? option[0]))
  }

  /* Ctrl+A in a caption is about the caption. The editor leaves it for the whole text, and the next letters go astray. */
  function selectCaption(event) {
    if (event.key.toLowerCase() !== "a" || !(event.ctrlKey || event.metaKey) || event.altKey || event.target.tagName !== "FIGCAPTION") return
    event.preventDefault()
    event.stopImmediatePropagation()
    getSelection().selectAllChildren(event.target)
  }

  CKEDITOR.on("dialogDefinition", ({ data }) => {
    if (data.name !== "link") return
    keep(data.definition, "info", "linkType", LINKS)
    keep(data.definition, "info", "protocol", PROTOCOLS)
    keep(data.definition, "target", "linkTargetType", TARGETS)
  })

  CKEDITOR.plugins.add("newsdesk", {
    beforeInit(editor) {
      editor.lang.application = "Khung soạn thảo"
      for (const [part, words] of Object.entries(WORDS)) Object.assign(editor.lang[part], words)
      Object.assign(editor.lang.table.cell, CELL_WORDS)
      editor.lang.editor = "Khung soạn thảo" // where the field has no label
      const label = labelOf(editor)
      if (label) editor.applicationTitle = words(label)
    },

    init(editor) {
      // What the library says of a picture is shown with it, and is no work of whoever writes; nor is standing on one.
      const shown = / data-(?:credit|caption)="[^"]*"| cke_widget_(?:selected|focused)|<div [^>]*data-cke-hidden-sel[^>]*>[^<]*<\/div>/g
      editor.on("getSnapshot", (event) => (event.data = event.data?.replace?.(shown, "")), null, null, 20)
      editor.on("instanceReady", () => {
        // The bar of the place it shares with others bears the id of the editor itself.
        for (const bar of document.querySelectorAll(".cke_shared[id]")) bar.removeAttribute("id")
        const label = labelOf(editor)
        const area = editor.editable()
        area.removeAttribute("title") // else it follows the pointer over the whole text
        area.addClass("prose") // as readers have it
        area.$.addEventListener("keydown", selectCaption, true)
        const { placeholder } = editor.element.$
        if (placeholder) area.setAttribute("data-placeholder", placeholder)
        if (!label) return
        area.setAttribute("aria-label", words(label))
        label.addEventListener("click", () => editor.focus())
      })
    },
  })
})()
