// The link's card in the page editor, drawn when its tab is opened and anew when something that it shows has changed.
(function () {
  var panel = document.querySelector("[data-link-card]");
  if (!panel || !window.fetch) return;
  var form = panel.closest("form");
  var shown = panel.querySelector("[data-link-card-shown]");
  var names = ["title", "seo_title", "summary", "share_text", "search_description", "cover", "share_picture", "sensitive"];
  var last = "";

  function stated() {
    var data = new URLSearchParams();
    names.forEach(function (name) {
      var field = form.elements[name];
      if (field && (field.type !== "checkbox" || field.checked)) data.append(name, field.value);
    });
    return data.toString();
  }

  function draw() {
    if (!panel.offsetParent) return; // another tab is open
    var now = stated();
    if (now === last) return;
    last = now;
    var data = new URLSearchParams(now);
    data.append("kind", panel.dataset.kind);
    data.append("language", panel.dataset.language);
    data.append("depth", panel.dataset.depth);
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    fetch(panel.dataset.linkCard, { method: "POST", body: data, credentials: "same-origin" })
      .then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject();
      })
      .then(function (drawn) {
        if (now === last) shown.innerHTML = drawn;
      })
      .catch(function () {
        last = "";
      });
  }

  // Wagtail's choosers and its restored drafts send no event of their own.
  setInterval(draw, 1000);
})();
