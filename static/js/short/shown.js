// The frame that shows the page grows with it, so that a thumb scrolls one thing only.

const frame = document.querySelector("[data-shown]");

function grow() {
  const height = frame.contentDocument?.documentElement.scrollHeight;
  if (height) frame.style.height = `${height}px`;
}

frame?.addEventListener("load", () => {
  grow();
  setTimeout(grow, 1000); // pictures that came later
});
if (frame?.contentDocument?.readyState === "complete") grow();
