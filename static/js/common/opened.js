// Tells the site that a short link was opened, once a visit, after the page has been painted. Nobody is named.
// ?k= stays in the address: whoever sends it on from there sends it on for the same branch.
(function () {
  var code = /[?&]k=(\w{5,6})(&|$)/.exec(location.search);
  var kept = {};
  try {
    kept = sessionStorage;
  } catch (closed) {}
  if (!code || !navigator.sendBeacon || !window.crypto) return;

  function visit() {
    if (!kept.visit) {
      kept.visit = [].map.call(crypto.getRandomValues(new Uint8Array(8)), function (byte) {
        return (byte + 256).toString(16).slice(1);
      }).join("");
    }
    return kept.visit;
  }

  function tell() {
    var key = "mo-" + code[1];
    if (document.hidden || kept[key]) return;
    kept[key] = 1;
    navigator.sendBeacon("/Q/" + code[1] + "/mo/", "visit=" + visit());
  }

  addEventListener("load", function () {
    setTimeout(tell, 1e3);
  });
  document.addEventListener("visibilitychange", tell);
})();
