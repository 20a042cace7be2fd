// The side panel "Before publishing": fetched when it is opened, and again when a draft was saved while it is open.
function start() {
  var panel = document.querySelector("[data-readiness]");
  if (!panel || !window.fetch) return;
  var side = panel.closest("[data-side-panel]");
  var shown = panel.querySelector("[data-readiness-shown]");
  var counter = document.querySelector('[data-side-panel-toggle="readiness"] [data-side-panel-toggle-counter]');
  var asked = 0;

  function put(html) {
    shown.innerHTML = html;
    var told = shown.querySelector("[data-readiness-count]");
    if (!counter || !told) return;
    counter.textContent = told.dataset.readinessCount;
    counter.hidden = told.dataset.readinessCount === "0";
  }

  function ask(address, options) {
    var mine = ++asked;
    shown.setAttribute("aria-busy", "true");
    return fetch(address, Object.assign({ credentials: "same-origin" }, options))
      .then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject();
      })
      .then(function (html) {
        if (mine === asked) put(html);
      })
      .catch(function () {
        if (mine === asked) shown.textContent = panel.dataset.readinessSilent;
      })
      .then(function () {
        shown.removeAttribute("aria-busy");
      });
  }

  function look() {
    ask(panel.dataset.readiness + "?manh=1");
  }

  function field(path) {
    var selector = path.split(".").map(function (part) {
      return '[data-contentpath="' + part + '"]';
    });
    while (selector.length) {
      var found = document.querySelector(selector.join(" "));
      if (found) return found;
      selector.pop(); // what was inside has gone since
    }
    return null;
  }

  function open(found) {
    var tab = found.closest('[role="tabpanel"]');
    var button = tab && document.querySelector('[role="tab"][aria-controls="' + tab.id + '"]');
    if (button && button.getAttribute("aria-selected") !== "true") button.click();
    for (var box = found.closest("[data-panel]"); box; box = box.parentElement.closest("[data-panel]")) {
      var toggle = box.querySelector("[data-panel-toggle]");
      if (toggle && toggle.getAttribute("aria-expanded") === "false") toggle.click();
    }
    // Wagtail shows the tab a moment after the click; what is hidden takes no focus.
    setTimeout(function () {
      var target = found.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true], button");
      found.scrollIntoView({ block: "center" });
      if (target) target.focus({ preventScroll: true });
    }, 100);
  }

  panel.addEventListener("click", function (event) {
    var link = event.target.closest("[data-readiness-to]");
    var found = link && field(link.dataset.readinessTo);
    if (!found) return;
    event.preventDefault();
    open(found);
  });

  panel.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-readiness-vouch]")) return;
    event.preventDefault();
    var data = new URLSearchParams(new FormData(event.target));
    data.append("manh", "1");
    ask(event.target.action, { method: "POST", body: data });
  });

  panel.querySelector("[data-readiness-again]").addEventListener("click", look);
  side.addEventListener("show", look);
  document.addEventListener("w-autosave:success", function () {
    if (!side.hidden) look();
  });
  if (!side.hidden || panel.hasAttribute("data-readiness-waiting")) look();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
