// Ties a record to its sentence under the pointer, and keeps the switches in the address.

document.documentElement.classList.add("scripted");

function near(ids, on) {
  for (const id of ids) {
    for (const tied of document.querySelectorAll(`.hl[data-reports~="${CSS.escape(id)}"], [data-report="${CSS.escape(id)}"]`)) {
      tied.classList.toggle("near", on);
    }
  }
}

function ids(element) {
  return (element.dataset.reports ?? element.dataset.report).split(" ");
}

for (const tied of document.querySelectorAll(".hl[data-reports], [data-report]")) {
  tied.addEventListener("pointerenter", () => near(ids(tied), true));
  tied.addEventListener("pointerleave", () => near(ids(tied), false));
  if (tied.classList.contains("hl")) {
    tied.addEventListener("click", () => {
      if (String(getSelection())) return; // words are being taken, not asked about
      document.getElementById(`r-${ids(tied)[0]}`)?.scrollIntoView({ block: "center" });
    });
  }
}

const switches = document.querySelector("[data-switches]");
switches?.addEventListener("change", () => {
  const query = new URLSearchParams(new FormData(switches));
  if (!query.has("show")) query.set("show", "none");
  history.replaceState(null, "", `?${query}${location.hash}`);
});
