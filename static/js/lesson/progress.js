// Tells the site how long she really read: seconds in which the page is seen and something stirred within the last minute.
// What was sent is kept until an answer came; the next page sends it again, and the site counts it once.
(function () {
  var place = document.querySelector("[data-visits]");
  var kept = "tien-do";
  if (!place || !navigator.sendBeacon || !window.fetch) return;
  var address = place.getAttribute("data-visits");
  var lesson = place.getAttribute("data-lesson");

  function all() {
    try {
      return JSON.parse(localStorage.getItem(kept)) || {};
    } catch (unreadable) {
      return {};
    }
  }

  function keep(id, message) {
    var messages = all();
    if (message) messages[id] = message;
    else delete messages[id];
    try {
      localStorage.setItem(kept, JSON.stringify(messages));
    } catch (full) {}
  }

  Object.keys(all()).forEach(function (id) {
    fetch(address, { method: "POST", body: all()[id], credentials: "same-origin" }).then(function (answer) {
      if (answer.status < 500) keep(id);
    }, function () {});
  });
  if (!lesson) return;

  var id = "10000000-1000-4000-8000-100000000000".replace(/[018]/g, function (digit) {
    return (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16);
  });
  var seconds = 0;
  var stirred = Date.now();
  var learned = "";
  var parts = document.querySelectorAll(".part");
  var shared = place.querySelector("[name=chia]");

  ["scroll", "touchstart", "click", "keydown", "timeupdate"].forEach(function (name) {
    document.addEventListener(name, function () { stirred = Date.now(); }, true);
  });
  setInterval(function () {
    if (document.hidden || Date.now() - stirred > 60000) return;
    seconds++;
    // Learned: half a minute at least, and the end of the first part has been on the screen.
    if (seconds > 29 && parts[1].getBoundingClientRect().top < innerHeight) learned = 1;
  }, 1000);

  function send() {
    var done = document.querySelector("[data-keep]") && !document.querySelector("[data-keep]:not(:checked)");
    var message = "bai=" + lesson + "&lan=" + id + "&giay=" + seconds + "&hoc=" + learned + "&lam=" + (done ? 1 : "") + "&chia=" + shared.value;
    keep(id, message);
    navigator.sendBeacon(address, message);
  }

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) send();
  });
  window.addEventListener("pagehide", send);
})();
