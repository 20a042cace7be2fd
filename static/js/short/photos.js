// Photos are sent as soon as they are taken: what has arrived is not lost by a mistake in the form or a gap in the network.
// A second press while the first is under way does nothing.

const form = document.querySelector("[data-short-form]");
const button = form?.querySelector("[data-photos-button]");
let underWay = false;

if (button && form.requestSubmit) {
  button.hidden = true;
  form.classList.add("scripted");
  for (const input of form.querySelectorAll("[name=photos]")) {
    input.addEventListener("change", () => input.files.length && form.requestSubmit(button));
  }
}

form?.addEventListener("submit", (event) => {
  if (underWay) event.preventDefault();
  underWay = true;
  form.setAttribute("aria-busy", "true");
});

// Back from the next page: the browser may bring this one as it was left.
addEventListener("pageshow", () => {
  underWay = false;
  form?.removeAttribute("aria-busy");
});

document.getElementById("cho-can-sua")?.focus();
