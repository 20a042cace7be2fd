// Sound and clips: a link to the file becomes a player when it is tapped, never before.
(function () {
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-play]");
    if (!link) return;
    var player = document.createElement(link.getAttribute("data-play"));
    if (!player.play) return;
    event.preventDefault();
    player.className = "player";
    player.controls = true;
    player.src = link.href;
    player.setAttribute("aria-label", link.textContent.trim().replace(/\s+/g, " "));
    link.parentNode.replaceChild(player, link);
    player.focus();
    var started = player.play();
    if (started && started.catch) started.catch(function () {});
  });
})();
