// Who likes listening better finds the listen button first. Her choice is told by /toi/ and kept on this phone.
(function () {
  var told = document.querySelector("[data-listen-first]");
  try {
    if (told) localStorage.setItem("nghe-truoc", told.getAttribute("data-listen-first"));
    if (localStorage.getItem("nghe-truoc")) document.body.classList.add("ears");
  } catch (closed) {}
})();
