// Tells the site that a document was read, heard or taken, once a visit. Nobody is named.
(function () {
  var told = {};
  var reading = document.querySelector("[data-reading]");
  var seconds = 0;
  try {
    told = sessionStorage;
  } catch (closed) {}

  function tell(number, what) {
    var key = "dem-" + what + number;
    if (told[key] || !navigator.sendBeacon) return;
    told[key] = 1;
    navigator.sendBeacon("/thu-vien/" + number + "/dem/", "what=" + what);
  }

  // Read: the page has been seen for five seconds.
  if (reading) var clock = setInterval(function () {
    if (document.hidden || ++seconds < 5) return;
    clearInterval(clock);
    tell(reading.getAttribute("data-reading"), "doc");
  }, 1e3);

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('[href*="/tai-ve/"]');
    if (link) tell(/thu-vien.(\d+)/.exec(link.href)[1], link.hasAttribute("data-play") ? "doc" : "tai");
  });
})();
