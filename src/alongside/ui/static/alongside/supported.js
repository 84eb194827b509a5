// The first thing in the body: say that script runs, so that nothing is rearranged in front of the reader.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
