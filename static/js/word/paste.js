// Words pasted with their headings, tables and links: the clipboard's HTML goes along as a file. Without script the plain words do.
const box = document.querySelector("[data-paste]");
const file = box && box.form.querySelector("[name=html]");

if (box && window.DataTransfer) {
  const said = box.form.querySelector("[data-pasted]");
  let pasted = "";

  const keep = (html) => {
    const list = new DataTransfer();
    if (html) list.items.add(new File([html], "dan.html", { type: "text/html" }));
    file.files = list.files;
    pasted = html;
    said.hidden = !html;
  };

  // A second paste follows the first. What was typed before has no HTML: then the plain words of all are sent.
  box.addEventListener("paste", (event) => {
    const html = event.clipboardData && event.clipboardData.getData("text/html");
    const begun = box.value.trim();
    keep(html && (pasted || !begun) ? (begun ? pasted : "") + html : "");
  });
  // Whoever empties the box, or writes on in it, means what stands there.
  box.addEventListener("input", (event) => {
    if (event.inputType !== "insertFromPaste" && pasted) keep("");
  });
}
