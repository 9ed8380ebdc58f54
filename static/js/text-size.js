/* <text-size>: two buttons that make the letters of every story larger or smaller, remembered in this browser.

     <text-size></text-size>

   The size is set on the root element (tokens.css) as soon as this file has come, which is asked for before the style
   sheet: whoever chose a size sees no other first. Without this script: no buttons; the browser's own zoom works. */

const NAME = "co-chu"
const SIZES = ["small", "", "large", "larger"]
const USUAL = 1

function chosen() {
  try {
    const place = SIZES.indexOf(localStorage.getItem(NAME) ?? "")
    return place < 0 ? USUAL : place
  } catch {
    return USUAL // a browser that keeps nothing
  }
}

function choose(place) {
  document.documentElement.dataset.textSize = SIZES[place]
  try {
    localStorage.setItem(NAME, SIZES[place])
  } catch {
    // Kept nowhere, it still holds for this page.
  }
}

let place = chosen()
if (SIZES[place]) document.documentElement.dataset.textSize = SIZES[place]

class TextSize extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return
    this.setAttribute("role", "group")
    this.setAttribute("aria-label", "Cỡ chữ")
    this.append(this.button("A−", "Chữ nhỏ hơn", -1), this.button("A+", "Chữ to hơn", 1))
    this.mark()
  }

  button(sign, words, step) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = sign
    button.setAttribute("aria-label", words)
    button.addEventListener("click", () => {
      place = Math.min(SIZES.length - 1, Math.max(0, place + step))
      choose(place)
      this.mark()
    })
    return button
  }

  // The end of the row is told, but keeps its focus.
  mark() {
    const [smaller, larger] = this.children
    smaller.setAttribute("aria-disabled", String(place === 0))
    larger.setAttribute("aria-disabled", String(place === SIZES.length - 1))
  }
}

customElements.define("text-size", TextSize)
