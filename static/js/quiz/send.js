// Sent with the same attempt id until it is acknowledged: after a tap, when the signal is back, when the page is opened again.
(function () {
  var form = document.querySelector("[data-quiz]");
  if (!form) return;
  var state = form.querySelector("[data-state]");
  var wait = 3000;
  var timer, sending;

  form.say = function (word) {
    state.textContent = form.getAttribute("data-" + word) || word;
  };

  // The way of a phone without fetch, and of an answer that only a page can give.
  // Nobody hears of its end, so the answers stay, but are not sent by themselves again: she may want another try.
  function plainly() {
    var draft = form.draft.get();
    form.elements["phien-ban"].value = draft.v;
    form.elements.lan.value = draft.lan;
    form.elements.giay.value = Math.round(draft.t);
    draft.state = "posted";
    form.draft.save();
    form.action += "gui/";
    HTMLFormElement.prototype.submit.call(form);
  }

  function later() {
    sending = false;
    form.say("waiting");
    timer = setTimeout(again, wait);
    wait = Math.min(wait * 2, 300000);
  }

  function answered(answer) {
    if (answer.status >= 500) return later();
    return answer.json().then(function (told) {
      sending = false;
      if (answer.status === 404) {
        // Counted already, for another woman who shares this phone.
        form.draft.drop();
        return location.reload();
      }
      if (!told.url) {
        form.draft.get().state = "draft";
        form.draft.save();
        return form.say(told.error);
      }
      form.draft.drop();
      form.say(told.state === "counted" ? "counted" : "sent");
      location.replace(told.url);
    }, plainly);
  }

  form.send = function () {
    var draft = form.draft.get();
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    if (!draft.lan) form.draft.change();
    draft.state = "ready";
    draft.to = form.action + "gui/";
    draft.body = form.draft.body();
    form.draft.save();
    form.say("sending");
    if (!window.fetch) return plainly();
    fetch(draft.to, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: draft.body,
    }).then(answered, later);
  };

  function again() {
    if (form.draft.get().state === "ready") form.send();
  }

  window.addEventListener("online", again);
})();
