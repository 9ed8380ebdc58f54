/* Text areas of the writing screen are as high as their words. Most browsers do it by themselves (field-sizing). */
;(() => {
  if (CSS.supports("field-sizing", "content")) return

  function grow(area) {
    area.style.height = "auto"
    area.style.height = `${area.scrollHeight}px`
  }

  const all = () => document.querySelectorAll(".sheet textarea:not([data-type])")
  document.addEventListener("input", ({ target }) => target.matches(".sheet textarea") && grow(target))
  document.addEventListener("formset:added", () => all().forEach(grow))
  window.addEventListener("load", () => all().forEach(grow))
  window.addEventListener("resize", () => all().forEach(grow))
})()
