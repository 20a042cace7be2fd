// Pictures come most of a screen before they are seen. Their markup waits in a <noscript>, which serves readers without script.
(function () {
  var boxes = [].slice.call(document.querySelectorAll("[data-later]"));

  function show(box) {
    var waiting = box.querySelector("noscript");
    if (!waiting) return;
    box.insertAdjacentHTML("beforeend", waiting.textContent.replace('loading="lazy"', ""));
    box.removeChild(waiting);
  }

  function showAll() {
    boxes.forEach(show);
  }

  // Pictures that failed where there was no signal are asked for again.
  function askAgain() {
    boxes.forEach(function (box) {
      var picture = box.querySelector("img");
      if (picture && picture.complete && !picture.naturalWidth) picture.src = picture.src;
    });
  }

  window.addEventListener("beforeprint", showAll);
  window.addEventListener("online", askAgain);
  if (!window.IntersectionObserver) return showAll();

  var watch = new IntersectionObserver(function (seen) {
    seen.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      watch.unobserve(entry.target);
      show(entry.target);
    });
  }, { rootMargin: "60% 0px" });
  boxes.forEach(function (box) {
    watch.observe(box);
  });
})();
