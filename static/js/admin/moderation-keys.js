/* The moderators' keys. Which key presses what is said by aria-keyshortcuts beside the button itself; here is only which
   button is meant: the chosen ones' where some are chosen, else the current card's.

   No vowel, no d and no w among them: with Telex or VNI at work those become other letters before they arrive here. */

const desk = document.querySelector("moderation-desk")
const cards = desk.querySelector("moderation-cards")
const TYPING = "textarea, select, input:not([type=checkbox])"

const openChoice = () => (cards.chosen.length ? desk.querySelector(".bulk") : cards.current)?.querySelector(".choice[open]")

function close() {
  const open = openChoice()
  if (open) open.open = false
  else for (const card of cards.chosen) card.querySelector("[name=chosen]").checked = false
  desk.tally()
  cards.go(cards.current)
}

/* A digit presses that button of the list that is open. */
function pick(number) {
  openChoice()?.querySelectorAll(".reasons button")[number - 1]?.click()
}

function choose() {
  const box = cards.current?.querySelector("[name=chosen]")
  if (!box) return
  box.click()
  cards.step(1)
}

function press(key) {
  const many = cards.chosen.length && /[vts]/.test(key)
  const place = key === "z" ? desk.toast : key === "?" ? desk.querySelector(".keys") : many ? desk.querySelector(".bulk") : cards.current
  const meant = place?.querySelector(`[aria-keyshortcuts="${key}"]`)
  if (!meant) return
  meant.click()
  if (!meant.matches("summary")) return
  meant.focus()
  meant.nextElementSibling?.scrollIntoView({ block: "nearest" })
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  if (event.key === "Escape") return close()
  if (event.target.matches(TYPING)) return
  const key = event.key.toLowerCase()
  if (key === "j" || key === "k") cards.step(key === "j" ? 1 : -1)
  // A key held down must not decide over a whole queue.
  else if (event.repeat) return
  else if (key === "x") choose()
  else if (/^[1-9]$/.test(key)) pick(Number(key))
  else if ("vtscgplz?".includes(key)) press(key)
  else return
  event.preventDefault()
})
