// The translation editor writes "Vietnamese to English translation" above itself, in its bundle, where no catalogue reaches.
// The words wanted stand in the script's own tag.

const words = document.currentScript.dataset.words;
const english = /^(.+) to (.+) translation$/;

function mend() {
  for (const heading of document.querySelectorAll(".js-translation-editor :is(h1, h2, h3, label, button, span, legend)")) {
    for (const node of heading.childNodes) {
      const [, from, to] = (node.nodeType === Node.TEXT_NODE && english.exec(node.data)) || [];
      if (from) node.data = words.replace("%(from)s", from).replace("%(to)s", to);
    }
  }
}

const editor = document.querySelector(".js-translation-editor");
if (editor && words) new MutationObserver(mend).observe(editor, { childList: true, subtree: true });
