// <jump-list>: links to fields of a form. The browser jumps by itself to what it can see; an editor's field is hidden
// behind CKEditor, and a jump should end with the cursor in the field.
class JumpList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      for (let fold = field.closest("details:not([open])"); fold; fold = field.closest("details:not([open])")) fold.open = true;
      const editor = window.CKEDITOR?.instances[field.id];
      const place = editor?.container ? editor.container.$ : field;
      place.scrollIntoView({ block: "center" });
      if (editor) editor.focus();
      else (field.matches("input, select, textarea") ? field : field.querySelector("input:not([type=hidden]), select, textarea, a"))?.focus({ preventScroll: true });
    });
  }
}

customElements.define("jump-list", JumpList);
