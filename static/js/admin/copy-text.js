/* <copy-text> around a field: a button that puts its words on the clipboard. Without script one selects and copies. */
customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input, textarea");
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "verb";
    button.textContent = "Chép";
    button.setAttribute("aria-label", `Chép: ${this.querySelector("label").textContent}`);
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        said.textContent = "Đã chép.";
      } catch {
        // Over plain http, or refused: the words are selected, one key away.
        said.textContent = "Đã chọn sẵn, hãy bấm Ctrl+C.";
      }
    });
    this.append(button, said);
  }
});
