/* Leaving a story with work that is not saved: the browser asks first. What counts is what the form would send now
   against what it held when it was opened, and what stands in the editors, which hand their text over only on sending. */
;(() => {
  const editors = () => Object.values(window.CKEDITOR?.instances ?? {})
  const held = (form) => new URLSearchParams(new FormData(form)).toString()

  // Editors lay out the text they are given: only what is done after that is work.
  function startCounting() {
    window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.resetDirty())
  }

  function watch(form) {
    const opened = held(form)
    // A form that came back with errors holds work that was never saved, as does one with its copy put back.
    const refused = form.querySelector(".errornote, [data-unfinished]") !== null
    let sending = false
    form.addEventListener("submit", () => (sending = true))
    window.addEventListener("beforeunload", (event) => {
      const unsaved = refused || held(form) !== opened || editors().some((editor) => editor.checkDirty())
      if (unsaved && !sending) event.preventDefault()
    })
  }

  document.addEventListener("DOMContentLoaded", startCounting)
  // By then the rows' own scripts have numbered what they number.
  window.addEventListener("load", () => {
    const form = document.querySelector("#article_form")
    if (form?.querySelector("[name=_continue]")) watch(form)
  })
})()
