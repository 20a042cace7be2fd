// The share row: the phone's own sheet and a copy button. Without script the message stays text to select.
(function () {
  [].forEach.call(document.querySelectorAll("[data-share]"), function (row) {
    var message = row.querySelector("[data-message]");
    var send = row.querySelector("[data-pass]");
    var copy = row.querySelector("[data-copy]");
    var answer = row.querySelector("[data-copied]");

    function text() {
      return message.innerText.trim();
    }

    function select() {
      var range = document.createRange();
      range.selectNodeContents(message);
      var selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }

    function copied() {
      answer.textContent = answer.getAttribute("data-words");
    }

    function copyOldWay() {
      select();
      if (document.execCommand("copy")) copied();
    }

    if (navigator.share) {
      send.hidden = false;
      send.addEventListener("click", function () {
        navigator.share({ text: text() }).catch(function () {});
      });
    }
    copy.hidden = false;
    copy.addEventListener("click", function () {
      if (navigator.clipboard) navigator.clipboard.writeText(text()).then(copied, copyOldWay);
      else copyOldWay();
    });
  });
})();
