/* The button "Thích" without leaving the page. Without this script the form is sent, and the browser comes back to the
   comment. A refusal or a lost connection sends the form, so that the reader sees what the paper says. */

for (const form of document.querySelectorAll(".thread-form")) {
  const status = document.createElement("p")
  status.className = "visually-hidden"
  status.setAttribute("role", "status")
  form.append(status)

  form.addEventListener("submit", async (event) => {
    const button = event.submitter
    if (!button?.classList.contains("comment-like") || button.dataset.failed) return
    event.preventDefault()
    if (button.getAttribute("aria-disabled")) return
    button.setAttribute("aria-disabled", "true")
    try {
      const response = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ "y-kien": button.value }),
      })
      if (!response.ok) throw new Error(response.statusText)
      const { likes } = await response.json()
      show(button, likes)
      status.textContent = `Bạn đã thích ý kiến này. ${likes} lượt thích.`
    } catch {
      button.removeAttribute("aria-disabled")
      button.dataset.failed = "1"
      form.requestSubmit(button)
    }
  })
}

function show(button, likes) {
  let number = button.querySelector(".comment-likes")
  if (!number) {
    number = document.createElement("span")
    number.className = "comment-likes"
    button.append(" ", number)
  }
  number.textContent = likes
  button.classList.add("is-liked")
}
