// Quickly away from a page that nobody else should see: blank before the next page has come, and no way back to it.
(function () {
  var way = document.querySelector("[data-leave]");
  if (!way) return;
  way.addEventListener("click", function (event) {
    event.preventDefault();
    document.title = " ";
    document.body.hidden = true;
    location.replace(way.href);
  });
})();
