// Keys for who reads much: "/" searches, "j" and "k" go from line to line. Nothing here is needed to read a page.

const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

function step(by) {
  const items = [...document.querySelectorAll("main [data-item]")].filter((item) => item.offsetParent !== null);
  const at = items.indexOf(document.activeElement);
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
  if (next) {
    next.focus({ preventScroll: true });
    next.closest("li, article, tr, p").scrollIntoView({ block: "nearest" });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById("find");
  if (event.key === "Escape" && event.target === field) {
    field.blur();
  } else if (typing(event.target)) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "j") {
    step(1);
  } else if (event.key === "k") {
    step(-1);
  }
});
