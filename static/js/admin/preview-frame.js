/* <preview-frame>: a page in a frame as wide as the screen it stands for, made small enough to be seen whole.

     <preview-frame data-width="1280"><iframe src="…" width="1280" height="740"></iframe></preview-frame>

   Links in it open in a tab of their own, places on the page excepted: no other page of the paper may stand in a frame.
   Without script the frame keeps its width and is scrolled. */

class PreviewFrame extends HTMLElement {
  connectedCallback() {
    this.frame = this.querySelector("iframe")
    this.classList.add("scaled")
    this.frame.addEventListener("load", () => this.lead())
    if (this.frame.contentDocument?.readyState === "complete") this.lead()
    this.watch = new ResizeObserver(() => this.fit())
    this.watch.observe(this)
  }

  disconnectedCallback() {
    this.watch.disconnect()
  }

  fit() {
    const scale = Math.min(1, this.clientWidth / Number(this.dataset.width))
    this.frame.style.transform = `scale(${scale})`
    // As high on the screen as the frame beside it, whatever its scale.
    const height = Math.max(480, window.innerHeight * 0.8)
    this.frame.style.height = `${height / scale}px`
    this.style.height = `${height}px`
  }

  lead() {
    for (const link of this.frame.contentDocument?.querySelectorAll("a[href]:not([href^='#'])") ?? []) {
      link.target = "_blank"
    }
  }
}

customElements.define("preview-frame", PreviewFrame)
