// Titles that fit while she types, as links below the box.
(function () {
  var box = document.querySelector("[data-suggest]");
  if (!box || !window.fetch) return;
  var list = document.createElement("ul");
  list.className = "links";
  box.parentNode.after(list);
  var waiting;
  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      var words = box.value.trim();
      if (words.length < 2) return (list.textContent = "");
      fetch(box.getAttribute("data-suggest") + "?q=" + encodeURIComponent(words)).then(function (answer) {
        return answer.json();
      }).then(function (answer) {
        if (box.value.trim() !== words) return;
        list.textContent = "";
        answer.found.forEach(function (found) {
          var row = document.createElement("li");
          var link = document.createElement("a");
          link.className = "more";
          link.href = found[1];
          link.textContent = found[0];
          row.appendChild(link);
          list.appendChild(row);
        });
      }, Date);
    }, 300);
  });
})();
