/* Progressive only: every page works without this file. */
"use strict";

function focusFirst(root) {
  const summary = root.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
}

function announce(text, source = "") {
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
  note.dataset.source = source;
  if (note.textContent !== text) {
    note.textContent = text; // said once, however often a poll fails
  }
}

/* The part of the page that asked, when it has words of its own for a failure: data-mislukt, or data-onzeker when no
   answer came and what was sent may have arrived. */
function asker(event) {
  return (event.detail.requestConfig?.elt ?? event.target).closest?.("[data-mislukt]") ?? null;
}

/* A part that polls does not talk over a form that was not kept. */
function failed(event, text, words = "mislukt") {
  const part = asker(event);
  const note = document.getElementById("melding-verbinding");
  if (note && part && note.dataset.source !== part.id && event.detail.requestConfig?.verb === "get") {
    return;
  }
  announce(part?.dataset[words] ?? part?.dataset.mislukt ?? text, part?.id);
}

/* It works again: the note goes, unless another part of the page put it there. */
function quiet(event) {
  const note = document.getElementById("melding-verbinding");
  if (note && note.dataset.source === (asker(event)?.id ?? "")) {
    note.remove();
  }
}

/* An answer without the mark of data-vereist is another page, such as the log-in page: what is here then stays. */
function strange(event) {
  const part = event.detail.requestConfig.elt.closest("[data-vereist]");
  return part !== null && event.detail.shouldSwap && !event.detail.serverResponse.includes(part.dataset.vereist);
}

/* A part that refreshes itself keeps what the reader opened in it, and where the reader was. */
const marks = new Map();

function mark(element) {
  return [element.tagName, element.id, element.name, element.getAttribute("href"), element.textContent.trim()].join("|");
}

function remember(part) {
  const opened = [...part.querySelectorAll("details[open] > summary")].map(mark);
  const focus = part.contains(document.activeElement) ? mark(document.activeElement) : "";
  marks.set(part.id, { opened, focus });
}

function restore(part) {
  const { opened, focus } = marks.get(part.id) ?? { opened: [], focus: "" };
  marks.delete(part.id);
  for (const summary of part.querySelectorAll("details > summary")) {
    summary.parentElement.open ||= opened.includes(mark(summary));
  }
  if (focus && document.activeElement === document.body) {
    [...part.querySelectorAll("a, button, input, select, textarea, summary")].find((element) => mark(element) === focus)?.focus();
  }
}

document.addEventListener("DOMContentLoaded", () => focusFirst(document));
document.addEventListener("htmx:afterSettle", (event) => focusFirst(event.detail.elt));
document.addEventListener("htmx:sendError", (event) => failed(event, "Er is geen verbinding. Probeer het opnieuw."));
document.addEventListener("htmx:timeout", (event) => failed(event, "Het duurt te lang. Probeer het opnieuw.", "onzeker"));
document.addEventListener("htmx:beforeSwap", (event) => {
  if (strange(event)) {
    event.detail.shouldSwap = false;
    failed(event, "U bent niet meer aangemeld. Laad de bladzijde opnieuw.");
  } else if (!event.detail.isError) {
    quiet(event);
    remember(event.detail.target);
  }
});
document.addEventListener("htmx:afterSettle", (event) => restore(event.detail.elt));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 403 || event.detail.xhr.status === 401) {
    failed(event, "U bent niet meer aangemeld. Laad de bladzijde opnieuw.");
  } else {
    failed(event, "Dit lukte niet. Laad de bladzijde opnieuw en probeer het nog eens.");
  }
});

/* A term also explains itself when the keyboard reaches it; a click and Enter work without this. */
function term(event) {
  const box = event.target.matches?.(".sw-term") ? document.getElementById(event.target.getAttribute("popovertarget")) : null;
  return box?.showPopover ? box : null;
}

document.addEventListener("focusin", (event) => {
  const box = term(event);
  if (box && event.target.matches(":focus-visible") && !box.matches(":popover-open")) {
    box.showPopover();
  }
});
document.addEventListener("focusout", (event) => {
  const box = term(event) ?? event.target.closest?.(".sw-term-box");
  if (box && box.matches(":popover-open") && !box.contains(event.relatedTarget)) {
    box.hidePopover();
  }
});
