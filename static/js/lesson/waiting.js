// A quiz that waited for signal when its page was closed is sent from the next page that she opens, under the same attempt id.
(function () {
  var who = /\bai=\w+/.exec(document.cookie);
  if (!who || !window.fetch) return;

  function send(key) {
    var draft = /^bai-/.test(key) && key.slice(-who[0].length - 1) === "-" + who && JSON.parse(localStorage[key]);
    if (!draft || draft.state !== "ready" || !draft.to) return;
    fetch(draft.to, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: draft.body,
    }).then(function (answer) {
      if (answer.status === 404) return localStorage.removeItem(key); // counted already, for another woman
      return answer.json().then(function (told) {
        if (told.state === "counted") localStorage.removeItem(key);
      });
    }).catch(Date);
  }

  try {
    Object.keys(localStorage).forEach(send);
  } catch (closed) {}
})();
