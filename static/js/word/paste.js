// Words pasted with their headings, tables and links: the clipboard's HTML goes along as a file. Without script the plain words do.
const box = document.querySelector("[data-paste]");
const file = box && box.form.querySelector("[name=html]");

function keep(html) {
  const list = new DataTransfer();
  list.items.add(new File([html], "dan.html", { type: "text/html" }));
  file.files = list.files;
}

if (box && window.DataTransfer) {
  const said = box.form.querySelector("[data-pasted]");
  box.addEventListener("paste", (event) => {
    const html = event.clipboardData && event.clipboardData.getData("text/html");
    if (!html || box.value.trim()) return;
    keep(html);
    said.hidden = false;
  });
  // Whoever empties the box, or writes on in it, means what stands there.
  box.addEventListener("input", (event) => {
    if (event.inputType === "insertFromPaste" || !file.value) return;
    file.value = "";
    said.hidden = true;
  });
}
