/* Select2, which the admin lays over fields with search, gives its parts no name: they take their field's label. */
;(() => {
  function nameParts(box) {
    const select = box.previousElementSibling
    const label = select?.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`)
    if (!label) return
    const name = label.textContent.trim().replace(/:$/, "")
    for (const part of box.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]")) {
      part.setAttribute("aria-label", name)
    }
  }

  // Boxes are laid when jQuery finds the time, and again for every row that is added.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.classList?.contains("select2-container")) nameParts(node)
      }
    }
  }).observe(document, { childList: true, subtree: true })
})()
