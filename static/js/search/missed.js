// Tells the site that nothing was found: the words, nothing of who typed them.
(function () {
  var place = document.querySelector("[data-missed]");
  if (!place || !navigator.sendBeacon) return;
  navigator.sendBeacon(place.getAttribute("data-missed"), new URLSearchParams({ q: place.getAttribute("data-words") }));
})();
