// The print button appears only where it works.
(function () {
  [].forEach.call(document.querySelectorAll("[data-print]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.dispatchEvent(new Event("beforeprint"));
      setTimeout(function () {
        window.print();
      }, 600);
    });
  });
})();
