// One question at a time, each with an address (#cau-2), so that the phone's own back button works. The last screen checks.
(function () {
  var form = document.querySelector("[data-quiz]");
  if (!form) return;
  var screens = [].slice.call(form.querySelectorAll(".question, #xem-lai"));
  var missed = find("[data-missed]");
  var at = -1;
  var shown = 0;

  function find(selector, within) {
    return (within || form).querySelector(selector);
  }

  function all(selector, within, each) {
    [].forEach.call(within.querySelectorAll(selector), each);
  }

  function go(number) {
    location.hash = screens[number].id;
  }

  function heading() {
    var title = find("h2", screens[at]);
    title.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function show(number) {
    var last = number === screens.length - 1;
    screens.forEach(function (screen, place) {
      screen.hidden = place !== number;
    });
    all("[data-intro]", document, function (part) {
      part.hidden = number > 0;
    });
    find("[data-all]").hidden = true;
    find("[data-next]").hidden = last;
    find("[data-send]").hidden = !last;
    missed.hidden = true;
    screens.forEach(function (screen) {
      screen.classList.remove("open");
    });
    form.draft.get().n = number + 1;
    if (last) review();
    at = number;
    shown = Date.now();
  }

  // True where something of the question is open.
  function open(screen) {
    var choices = screen.querySelectorAll("[type=radio], [type=checkbox]");
    if (choices.length) return !find(":checked", screen);
    return [].some.call(screen.querySelectorAll("select, input"), function (field) {
      return !field.value.trim();
    });
  }

  function words(screen) {
    var found = [];
    all("select", screen, function (field) {
      if (field.value) found.push(find("[for=" + field.name + "] > :last-child", screen).textContent + ": " + field.options[field.selectedIndex].text);
    });
    all(":checked + span", screen, function (label) {
      found.push(label.textContent);
    });
    all("input:not([type])", screen, function (field) {
      if (field.value) found.push(field.value);
    });
    return found.join("; ");
  }

  function review() {
    all("[data-answer]", form, function (place, number) {
      var given = words(screens[number]);
      place.textContent = given || form.getAttribute("data-none");
      place.className = given ? "" : "wrong";
    });
  }

  function complain() {
    var links = missed.querySelectorAll("a");
    links[0].href = "#" + screens[at].id;
    links[1].href = "#" + screens[at + 1].id;
    missed.hidden = false;
    screens[at].classList.add("open");
    missed.focus();
  }

  function fields(screen) {
    var found = {};
    all("select, :checked", screen, function (field) {
      if (field.name) (found[field.name] = found[field.name] || []).push(field.value);
    });
    return form.draft.pairs(found);
  }

  // Practice: right or not, and why, before she goes on. False once she has read it.
  function tell(screen) {
    var box = find("[data-told]", screen);
    if (!box || !box.hidden) return false;
    var key = find("fieldset", screen).getAttribute("data-key");
    if (key) find("[data-verdict]", box).textContent = form.getAttribute((" " + key + " ").indexOf(" " + fields(screen) + " ") >= 0 ? "data-right" : "data-not");
    var why = find("[data-why]", box);
    all(":checked[data-why]", screen, function (field) {
      why.textContent = field.getAttribute("data-why") + " " + why.textContent;
    });
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
    shown = Date.now();
    return true;
  }

  // A place in an order is taken once: who had it takes the one that became free.
  function swap(field) {
    var list = field.closest && field.closest("[data-places]");
    if (!list) return;
    all("select", list, function (other) {
      if (other !== field && other.value && other.value === field.value) other.value = field.was || "";
    });
    all("select", list, function (each) {
      each.was = each.value;
    });
  }

  form.addEventListener("change", function (event) {
    swap(event.target);
    form.say(form.draft.change() ? "saved" : "unsaved");
    missed.hidden = true;
    screens[at].classList.remove("open");
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (Math.abs(Date.now() - shown) < 400) return; // the second half of a double tap; a clock may be put back
    if (at === screens.length - 1) return form.send();
    if (open(screens[at])) return complain();
    if (!tell(screens[at])) go(at + 1);
  });

  missed.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("a:not([data-skip])")) return;
    event.preventDefault();
    find("input, select", screens[at]).focus();
  });

  // The screen of the address; the first one where it names none.
  function named() {
    if (!location.hash) return 0;
    return screens
      .map(function (screen) {
        return screen.id;
      })
      .indexOf(location.hash.slice(1));
  }

  window.addEventListener("hashchange", function () {
    if (named() < 0) return;
    show(named());
    form.draft.get().lan && form.draft.save();
    heading();
  });

  var draft = form.draft.get();
  var begun = draft.lan && Math.min(draft.n, screens.length) - 1;
  if (draft.state === "ready") begun = screens.length - 1;
  show(begun || 0);
  // A first visit keeps its plain address: with another one Chromium would scroll past the title.
  if (begun || (location.hash && named() >= 0)) history.replaceState(null, "", "#" + screens[begun || 0].id);
  if (draft.state === "ready") form.send();
})();
