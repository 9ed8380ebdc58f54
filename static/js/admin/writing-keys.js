/* <writing-keys>: Ctrl+S saves, Ctrl+Shift+P shows the preview, Ctrl+Enter goes to the next step. What they press bears
   data-key. The step itself wants a second stroke: nobody publishes by one slip of a finger. */
;(() => {
  const KEYS = [
    { name: "save", holds: (key, shift) => key === "s" && !shift },
    { name: "preview", holds: (key, shift) => key === "p" && shift },
    { name: "onward", holds: (key, shift) => key === "enter" && !shift },
    { name: "split", holds: (key, shift) => key === "enter" && shift },
  ]

  class WritingKeys extends HTMLElement {
    connectedCallback() {
      // On its way down: before the editors hear of it.
      document.addEventListener("keydown", (event) => this.pressed(event), true)
      document.addEventListener("click", ({ target }) => this.close(target))
      this.addEventListener("keydown", ({ key }) => key === "Escape" && this.close(document))
    }

    pressed(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const named = KEYS.find(({ holds }) => holds(event.key.toLowerCase(), event.shiftKey))
      if (!named || document.querySelector("dialog[open]") || document.querySelector(".cke_dialog_background_cover")?.checkVisibility()) return
      const pressed = this.querySelector(`[data-key=${named.name}]`)
      if (pressed || named.name !== "preview") stop(event)
      if (named.name === "split") document.dispatchEvent(new CustomEvent("turn:split"))
      else if (named.name === "onward" && document.activeElement !== pressed) pressed?.focus()
      else pressed?.click()
    }

    /* The open menu, when one clicks beside it. */
    close(target) {
      const menu = this.querySelector("details[open]")
      if (!menu || menu.contains(target)) return
      menu.open = false
      if (target === document) menu.querySelector("summary").focus()
    }
  }

  function stop(event) {
    event.preventDefault()
    event.stopPropagation()
  }

  customElements.define("writing-keys", WritingKeys)
})()
