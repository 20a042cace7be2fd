// While an import is at work, the page asks for the next seconds of it. Without script a button does the same.
const form = document.querySelector("[data-proceed]");
if (form) setTimeout(() => form.submit(), 300);
