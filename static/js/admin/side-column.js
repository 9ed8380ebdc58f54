/* <side-column>: beside the page its parts are always open; on a narrow screen they fold under the bar, unless
   something in them wants mending. */
;(() => {
  const NARROW = window.matchMedia("(max-width: 60rem)")

  class SideColumn extends HTMLElement {
    connectedCallback() {
      document.addEventListener("DOMContentLoaded", () => this.fit())
      NARROW.addEventListener("change", () => this.fit())
    }

    fit() {
      this.querySelector("details").open = !NARROW.matches || this.querySelector(".errorlist") !== null
    }
  }

  customElements.define("side-column", SideColumn)
})()
