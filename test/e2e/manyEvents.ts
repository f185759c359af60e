// What there is many of in the tests' workspace.

/** Events of the large source; all of them match its hunt's first query. */
export const manyEvents = 5000;

/** Text that would be markup or code wherever it is not taken as text. */
export const hostileText = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;

/** Events of a source whose first run takes long enough to be cancelled. */
export const slowEvents = 400_000;

/** Markdown files that are no hunts. */
export const otherMarkdown = 300;
