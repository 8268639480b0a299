// The preview's page. It may load its own script and style and nothing else.

export interface Parts {
  /** Where the editor serves the extension's files from. */
  source: string;
  script: string;
  style: string;
  nonce: string;
}

export function page({ source, script, style, nonce }: Parts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>tm preview</title>
</head>
<body>
  <header id="bar">
    <label id="views" hidden>View <select id="view"></select></label>
    <span id="problem" role="status"></span>
    <span class="buttons">
      <button id="out" type="button" title="Smaller (-)" aria-label="Smaller">−</button>
      <button id="zoom" type="button" title="Natural size (0)">100%</button>
      <button id="in" type="button" title="Larger (+)" aria-label="Larger">+</button>
      <button id="fit" type="button" title="Fit into the panel (f)">Fit</button>
    </span>
  </header>
  <main id="stage" tabindex="-1"></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
