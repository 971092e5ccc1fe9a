/* Progressive only: every page works without this file. */
"use strict";

function focusFirst(root) {
  const summary = root.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
}

function announce(text) {
  const main = document.getElementById("inhoud");
  if (!main) {
    return;
  }
  let note = document.getElementById("melding-verbinding");
  if (!note) {
    note = document.createElement("p");
    note.id = "melding-verbinding";
    note.className = "sw-wrap sw-message sw-message--warning";
    note.setAttribute("role", "alert");
    main.prepend(note);
  }
  note.textContent = text;
}

document.addEventListener("DOMContentLoaded", () => focusFirst(document));
document.addEventListener("htmx:afterSettle", (event) => focusFirst(event.detail.elt));
document.addEventListener("htmx:sendError", () => announce("Er is geen verbinding. Probeer het opnieuw."));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 403 || event.detail.xhr.status === 401) {
    announce("U bent niet meer aangemeld. Laad de bladzijde opnieuw.");
  } else {
    announce("Dit lukte niet. Laad de bladzijde opnieuw en probeer het nog eens.");
  }
});
