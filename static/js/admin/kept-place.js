/* Saving shows the form anew: it opens where it was left, at the same place and with the same rows folded. */
;(() => {
  const KEY = `cho-dang-viet:${location.pathname}`
  const PATIENCE = 10000 // milliseconds
  const FRESH = 60000 // milliseconds; an older place is nobody's place any more

  const form = () => document.querySelector("#article_form")
  const folded = () => [...document.querySelectorAll(".exchanges .folded > input[name$=-id]")].map((id) => id.value)

  function keep() {
    sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), top: scrollY, folded: folded() }))
  }

  /* The page has its height only when every editor has its text. */
  async function laidOut() {
    const fields = [...document.querySelectorAll(".sheet textarea[data-type=ckeditortype]:not([id*=__prefix__])")]
    const there = ({ id }) => window.CKEDITOR?.instances[id]?.status === "ready"
    for (const until = Date.now() + PATIENCE; !fields.every(there) && Date.now() < until; ) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    sessionStorage.removeItem(KEY)
    if (!kept || Date.now() - kept.at > FRESH || document.querySelector(".errornote")) return
    document.dispatchEvent(new CustomEvent("turn:fold", { detail: kept.folded }))
    await laidOut()
    if (scrollY === 0) scrollTo({ top: kept.top, behavior: "instant" }) // else its reader is on their way already
  }

  document.addEventListener("DOMContentLoaded", () => {
    form()?.addEventListener("submit", (event) => {
      if (event.submitter?.name === "_continue") keep()
    })
  })
  window.addEventListener("load", restore)
})()
