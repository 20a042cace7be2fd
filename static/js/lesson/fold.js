// Folded parts open where there is room, for paper, and when a link leads into them.
(function () {
  var folds = [].slice.call(document.querySelectorAll(".fold"));

  function openAll() {
    folds.forEach(function (fold) {
      fold.open = true;
    });
  }

  function openTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var fold = target && target.querySelector(".fold");
    if (fold) fold.open = true;
  }

  if (window.matchMedia("(min-width: 53.75em)").matches) openAll();
  openTarget();
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", openAll);
})();
