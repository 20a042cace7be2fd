// Her answers are kept on this phone after each tap. They come back after a reload, and in another tab.
// A phone may be shared: each woman who has signed in has a draft of her own, and one begun before goes with her.
(function () {
  var form = document.querySelector("[data-quiz]");
  if (!form) return;
  var anybody = "bai-" + form.getAttribute("data-quiz");
  var who = /\bai=\w+/.exec(document.cookie);
  var key = who ? anybody + "-" + who : anybody;
  var shape = form.getAttribute("data-shape");
  var fields = [].slice.call(form.elements);
  var tapped = Date.now();
  var draft;

  // Old WebViews lack randomUUID.
  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [].map
      .call(bytes, function (byte, place) {
        return (place > 3 && place < 11 && place % 2 === 0 ? "-" : "") + (256 + byte).toString(16).slice(1);
      })
      .join("");
  }

  function fresh() {
    form.reset();
    return { v: +form.elements["phien-ban"].value, s: shape, c: {}, n: 1, t: 0, state: "draft" };
  }

  function stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (closed) {}
  }

  function collect() {
    var found = {};
    fields.forEach(function (field) {
      if (!/^c\d/.test(field.name) || !field.value || (/radio|checkbox/.test(field.type) && !field.checked)) return;
      if (field.type === "checkbox") (found[field.name] = found[field.name] || []).push(field.value);
      else found[field.name] = field.value;
    });
    return found;
  }

  function fill() {
    fields.forEach(function (field) {
      var kept = draft.c[field.name];
      if (/radio|checkbox/.test(field.type)) field.checked = [].concat(kept).indexOf(field.value) >= 0;
      else if (/^c\d/.test(field.name)) field.value = kept || "";
    });
  }

  // "c0=1&c2=0&c2=3", of the whole draft or of some fields.
  function pairs(found) {
    var list = [];
    for (var name in found)
      [].concat(found[name]).forEach(function (value) {
        list.push(name + "=" + encodeURIComponent(value));
      });
    return list.join("&");
  }

  form.draft = {
    get: function () {
      return draft;
    },
    save: function () {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch (full) {}
    },
    drop: function () {
      draft.state = "gone";
      try {
        localStorage.removeItem(key);
      } catch (closed) {}
    },
    pairs: pairs,
    body: function () {
      return "phien-ban=" + draft.v + "&lan=" + draft.lan + "&giay=" + Math.round(draft.t) + "&" + pairs(draft.c);
    },
    // After a change: an attempt that was sent is over, the next tap begins another.
    change: function () {
      var now = Date.now();
      if (/gone|posted/.test(draft.state)) draft = { v: draft.v, s: draft.s, n: draft.n, t: 0 };
      draft.state = "draft";
      draft.lan = draft.lan || uuid();
      draft.t += Math.min(Math.max(now - tapped, 0) / 1000, 300);
      tapped = now;
      draft.c = collect();
      return form.draft.save();
    },
  };

  function take(other) {
    // One that waits to be sent is sent as it was, whatever the page shows by now. Another outlives the correction of a word.
    if (!other || (other.state !== "ready" && other.s !== shape)) return;
    if (other.state !== "ready") other.v = draft.v;
    draft = other;
    fill();
  }

  draft = fresh();
  var own = stored(key);
  take(own || stored(anybody));
  if (!own && draft.lan && form.draft.save()) localStorage.removeItem(anybody);
  window.addEventListener("storage", function (event) {
    if (event.key !== key) return;
    if (event.newValue) take(stored(key));
    else draft.state = "gone";
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });
})();
