/* <time-left>: "còn 37 phút" goes on by itself, asking nobody.

     <time-left data-now="2026-11-24T16:49:00+07:00"><time datetime="2026-11-24T17:26:00+07:00">… · còn 37 phút</time></time-left>

   data-now is the paper's clock when the page was made: the visitor's own may be wrong. Only "còn 37 phút" is
   replaced; when the hour has come it becomes "đã đến giờ". Without script the words stay as they were. */

const MINUTE = 60_000
const LEFT = /còn \d+ (phút|giờ|ngày)/

function words(left) {
  const minutes = Math.ceil(left / MINUTE)
  if (minutes <= 0) return "đã đến giờ"
  if (minutes < 60) return `còn ${minutes} phút`
  if (minutes < 48 * 60) return `còn ${Math.round(minutes / 60)} giờ`
  return `còn ${Math.round(minutes / (24 * 60))} ngày`
}

class TimeLeft extends HTMLElement {
  connectedCallback() {
    this.time = this.querySelector("time")
    if (!this.time || !LEFT.test(this.time.textContent)) return
    // Elapsed time is counted apart from the visitor's clock, which somebody may set meanwhile.
    this.made = Date.parse(this.dataset.now) - performance.now()
    this.due = Date.parse(this.time.dateTime)
    this.tell()
  }

  disconnectedCallback() {
    clearTimeout(this.next)
  }

  tell() {
    const left = this.due - this.made - performance.now()
    this.time.textContent = this.time.textContent.replace(LEFT, words(left))
    // The next full minute, and a little later: a timer may fire early.
    if (left > 0) this.next = setTimeout(() => this.tell(), (left % MINUTE) + 200)
  }
}

customElements.define("time-left", TimeLeft)
