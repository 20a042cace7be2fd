// What she ticked stays on this phone, and the last tick is praised.
(function () {
  var boxes = [].slice.call(document.querySelectorAll("[data-keep]"));

  function remember(box) {
    var key = "viec-" + box.getAttribute("data-keep");
    try {
      if (box.checked) localStorage.setItem(key, "1");
      else localStorage.removeItem(key);
    } catch (full) {}
  }

  function praise(box) {
    var list = box.closest && box.closest("[data-checks]");
    if (!list) return;
    var answer = list.querySelector("[data-done]");
    answer.textContent = list.querySelector("[data-keep]:not(:checked)") ? "" : answer.getAttribute("data-words");
  }

  boxes.forEach(function (box) {
    try {
      box.checked = localStorage.getItem("viec-" + box.getAttribute("data-keep")) === "1";
    } catch (closed) {}
    box.addEventListener("change", function () {
      remember(box);
      praise(box);
    });
  });
})();
