/* <question-list>: shows in a list of links which target the reader has come to.

     <question-list>
       <nav class="question-list" aria-label="Các câu hỏi"><details>
         <summary>Các câu hỏi (6)</summary>
         <ol><li><a href="#hoi-dap-12">…</a></li> …</ol>
       </details></nav>
     </question-list>

   The link last passed bears aria-current="location"; where the list is longer than its box, it is scrolled to.
   Following a link folds the list again where it stands before the text. Without this script: a list of links. */

// A target has been reached when it is above this part of the window: everything over the line counts as seen.
const REACHED = "10000000px 0px -55% 0px"

class QuestionList extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll('a[href^="#"]')]
    this.passed = new Set()
    this.observer = new IntersectionObserver((entries) => this.pass(entries), { rootMargin: REACHED })
    for (const link of this.links) {
      const target = document.getElementById(link.hash.slice(1))
      if (target) this.observer.observe(target)
    }
    this.addEventListener("click", this)
  }

  disconnectedCallback() {
    this.observer.disconnect()
    this.removeEventListener("click", this)
  }

  pass(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.passed.add(target.id)
      else this.passed.delete(target.id)
    }
    const here = this.links.findLast((link) => this.passed.has(link.hash.slice(1)))
    for (const link of this.links) {
      if (link === here) link.setAttribute("aria-current", "location")
      else link.removeAttribute("aria-current")
    }
    // Whoever walks through the list by keyboard must not lose sight of where they are in it.
    if (here && !this.querySelector(":focus-visible")) this.scrollTop = here.offsetTop - (this.clientHeight - here.offsetHeight) / 2
  }

  handleEvent(event) {
    const beside = getComputedStyle(this).position === "sticky"
    if (event.target.closest("a") && !beside) this.querySelector("details").open = false
  }
}

customElements.define("question-list", QuestionList)
