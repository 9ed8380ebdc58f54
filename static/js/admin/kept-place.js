/* Saving shows the form anew: it opens where it was left, at the same place and with the same rows folded. */
;(() => {
  const KEY = `cho-dang-viet:${location.pathname}`
  const FRESH = 60000 // milliseconds; an older place is nobody's place any more

  const form = () => document.querySelector("#article_form")
  const folded = () => [...document.querySelectorAll(".exchanges .folded > input[name$=-id]")].map((id) => id.value)

  function keep() {
    sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), top: scrollY, folded: folded() }))
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    sessionStorage.removeItem(KEY)
    if (!kept || Date.now() - kept.at > FRESH || document.querySelector(".errornote")) return
    document.dispatchEvent(new CustomEvent("turn:fold", { detail: kept.folded }))
    if (kept.top > 0) scrollTo({ top: kept.top, behavior: "instant" })
  }

  document.addEventListener("DOMContentLoaded", () => {
    form()?.addEventListener("submit", (event) => {
      if (event.submitter?.name === "_continue") keep()
    })
  })
  window.addEventListener("load", restore)
})()
