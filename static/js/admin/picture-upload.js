/* sendPicture(file, told): one file to the library, `told` of its progress from 0 to 1; gives {name, image?, error}.

   <picture-upload> around a form with a file input: files chosen, dropped or pasted there are sent at once, each with a
   line of its own for progress and answer; "picture-arrived" (detail: {image, known}) tells of each. Without this
   script the form sends them, and the next page tells. */
;(() => {
  const LOST = "Chưa gửi được: mất kết nối. Hãy thử lại."
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value
  const made = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text })

  function answered(request, name) {
    if (request.status === 413) return { name, error: "Tệp nặng quá mức máy chủ nhận." }
    try {
      const { answers, error } = JSON.parse(request.responseText)
      return answers[0] ?? { name, error }
    } catch {
      const signedOut = request.responseURL.includes("/login/") || request.status === 403
      return { name, error: signedOut ? "Phiên đăng nhập đã hết. Hãy đăng nhập lại ở thẻ khác rồi gửi lại." : LOST }
    }
  }

  window.sendPicture = (file, address, told = () => {}) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      const form = new FormData()
      form.append("upload", file, file.name || "anh-dan.png")
      request.open("POST", address)
      request.setRequestHeader("Accept", "application/json")
      request.setRequestHeader("X-CSRFToken", token())
      request.upload.addEventListener("progress", ({ loaded, total }) => told(total ? loaded / total : 0))
      request.addEventListener("load", () => resolve(answered(request, file.name)))
      request.addEventListener("error", () => resolve({ name: file.name, error: LOST }))
      request.send(form)
    })

  class PictureUpload extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form")
      this.input = this.querySelector("input[type=file]")
      this.lines = this.querySelector(".upload-lines")
      this.arrived = []
      this.input.addEventListener("change", () => this.send(this.input.files))
      this.form.addEventListener("submit", (event) => event.preventDefault())
      for (const name of ["dragover", "dragleave", "drop"]) this.addEventListener(name, (event) => this.drag(event))
      this.addEventListener("paste", (event) => this.send(event.clipboardData.files))
    }

    drag(event) {
      if (!event.dataTransfer.types.includes("Files")) return
      event.preventDefault()
      this.classList.toggle("over", event.type === "dragover")
      if (event.type === "drop") this.send(event.dataTransfer.files)
    }

    /* One after the other: the server decodes one at a time. */
    async send(files) {
      const waiting = [...files].map((file) => ({ file, line: this.line(file) }))
      this.input.value = ""
      for (const { file, line } of waiting) {
        const bar = line.querySelector("progress")
        const answer = await window.sendPicture(file, this.form.action, (part) => (bar.value = part))
        this.tell(line, answer)
        if (answer.image && !answer.error) this.arrived.push(answer.image.id)
      }
      if (this.arrived.length > 1) this.offerAll()
      if (waiting.length) this.dispatchEvent(new CustomEvent("pictures-sent", { bubbles: true }))
    }

    line(file) {
      const line = made("li", "")
      const bar = made("progress", "")
      bar.setAttribute("aria-label", `Đang gửi ${file.name}`)
      bar.value = 0
      line.append(made("span", "file-name", file.name), bar)
      this.lines.append(line)
      return line
    }

    tell(line, { error, image, note }) {
      line.querySelector("progress").remove()
      if (image) {
        const picture = made("img", "")
        picture.src = image.url
        picture.alt = ""
        line.prepend(picture)
        line.append(this.link(image))
        this.dispatchEvent(new CustomEvent("picture-arrived", { bubbles: true, detail: { image, known: Boolean(error) } }))
      }
      line.append(made("span", image ? "quiet" : "refused", error || note || "Đã vào kho."))
    }

    link({ id }, words = "Ghi chú thích, nguồn", page = `${id}/change/`) {
      const link = made("a", "", words)
      link.target = "_blank" // what is being written stays where it is
      link.rel = "noopener"
      link.href = this.form.action.replace(/gui\/$/, page)
      return link
    }

    /* Their words on one page, the first twenty of them. */
    offerAll() {
      this.lines.querySelector(".all")?.remove()
      const line = made("li", "all")
      const words = `Ghi chữ cho ${this.arrived.length} ảnh vừa vào kho trên một trang`
      line.append(this.link({}, words, `sua-nhieu/?anh=${this.arrived.join(",")}`))
      this.lines.append(line)
    }
  }

  document.addEventListener("DOMContentLoaded", () => customElements.define("picture-upload", PictureUpload))
})()
