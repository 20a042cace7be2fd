// Tells the site how long she really read: seconds in which the page is seen and something stirred within the last minute.
// Every message holds the total so far, and is kept until an answer came: the next page sends it again, the site counts it once.
(function () {
  var place = document.querySelector("[data-visits]");
  if (!place || !window.fetch) return;
  var address = place.getAttribute("data-visits");
  var lesson = place.getAttribute("data-lesson");
  var kept = "tien-do" + (/\bai=\w+/.exec(document.cookie) || ""); // hers alone, on a shared phone too
  var visit = [].map.call(crypto.getRandomValues(new Uint16Array(8)), function (part) {
    return (part + 65536).toString(16).slice(1);
  }).join("");
  var seconds = 0;
  var learned = "";
  var stirred = Date.now();
  try {
    var box = localStorage;
  } catch (closed) {
    // Such a phone keeps no session either.
    return;
  }

  var before = box[kept];
  if (before) fetch(address, { method: "POST", body: before, credentials: "same-origin" }).then(function (answer) {
    if (answer.status < 500) box[kept] = box[kept].slice(before.length);
  }, Date);
  if (!lesson) return;

  ["scroll", "click", "keydown", "timeupdate"].forEach(function (name) {
    document.addEventListener(name, function () {
      stirred = Date.now();
    }, true);
  });

  setInterval(function () {
    if (document.hidden || Date.now() - stirred > 6e4) return;
    seconds++;
    // Learned: half a minute at least, and the end of the first part has been on the screen.
    if (seconds > 29 && document.querySelector("#hoc").getBoundingClientRect().bottom < innerHeight) learned = 1;
  }, 1e3);

  function send() {
    var done = document.querySelector("[data-keep]") && !document.querySelector("[data-keep]:not(:checked)") ? 1 : "";
    var message = "bai=" + lesson + "&lan=" + visit + "&giay=" + seconds + "&hoc=" + learned + "&lam=" + done + "&chia=" + document.querySelector("#chia").value + "\n";
    navigator.sendBeacon(address, message);
    box[kept] = (box[kept] || "") + message;
  }

  // Phones close a page without a word: each time that it goes out of sight may be the last.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) send();
  });
  addEventListener("pagehide", send);
})();
