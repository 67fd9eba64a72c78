import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { Halt } from './halt.mjs';
import { filesUnder } from './stamp.mjs';

/** Says what is wrong in a browser that cannot unpack, and where scripts are not allowed. */
const NEEDS = 'It needs a browser of 2023 or later, such as Edge, Chrome, Firefox or Safari.';

const OPENING_STYLE = '#no-script{padding:24px}html.js #no-script,html:not(.js) #opening{display:none}';

/**
 * What stands on the page until the program draws it, where the program will draw the same.
 *
 * @param {string} favicon the address of the sign of the site
 * @param {string} mark
 */
const opening = (favicon, mark) => `<div id="opening">
      <div class="site-header"><div class="site-bar"><span class="site-name"><img src="${favicon}" width="28" height="28" alt="" />Neglect Lens</span></div></div>
      <main>
        <div class="waiting" role="status">
          ${mark === '' ? '' : `<p><strong>${mark}</strong></p>`}
          <p><strong>Opening.</strong> <span id="opening-words">The program and its figures are all in this file. Nothing is fetched, and nothing leaves this computer.</span></p>
          <progress aria-label="Opening"></progress>
        </div>
      </main>
    </div>
    <p id="no-script">Neglect Lens works its figures out on this computer, and so needs JavaScript, which is switched off here. ${NEEDS}</p>`;

/** Unpacks the program and adds it to the page, whose policy knows its hash. @param {string} opens */
const loaderOf = (opens) => `
(function () {
  var place = document.currentScript.parentElement;
  var opening = document.getElementById('opening');
  new MutationObserver(function (_, observer) {
    if (!place.querySelector('.site')) return;
    observer.disconnect();
    opening.remove();
  }).observe(place, { childList: true, subtree: true });
  var stop = function (why) {
    var words = document.getElementById('opening-words');
    if (!words) return;
    opening.querySelector('progress').remove();
    words.textContent = 'It could not be opened: ' + why + '. ${NEEDS}';
  };
  try {
    ${opens === '' ? '' : `if (location.hash === '') history.replaceState(null, '', '#/area/${opens}/');`}
    var letters = atob(document.querySelector('script[data-held="program"]').textContent);
    var bytes = new Uint8Array(letters.length);
    for (var i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    var unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    new Response(unpacked).text().then(function (program) {
      var script = document.createElement('script');
      script.textContent = program;
      place.appendChild(script);
    }, function () { stop('the file is damaged'); });
  } catch (error) {
    stop('this browser cannot unpack it');
  }
})();
`;

const hashOf = (/** @type {string} */ text) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (/** @type {string | Buffer} */ content) =>
  gzipSync(content, { level: constants.Z_BEST_COMPRESSION }).toString('base64');
const block = (/** @type {string} */ name, /** @type {string | Buffer} */ content) =>
  `<script type="text/plain" data-held="${name}">${packed(content)}</script>`;

/** What is in the page already, or is asked for only by pages written beforehand. */
const LEFT_OUT = /(\.html|\.css|\.gz|\.br|\.svg|version\.json)$/;

/** The name that src/lib/db/site-files.ts looks a file up by. @param {string} folder @param {string} file */
function nameOf(folder, file) {
  const path = relative(folder, file).split(sep).join('/');
  return path.startsWith('bundle/') ? path : basename(path);
}

/**
 * A site that was built as one page, as one file with everything in it: its program and the files beside it, each
 * compressed in a block that only the page itself reads.
 *
 * @param {string} folder the built site
 * @param {{ title: string, mark: string, opens: string }} words `mark`: what must be said of the figures before
 *   anything is shown; `opens`: the slug of the area whose overview it opens with, '' for the first page
 * @returns {string} HTML
 */
export function oneFile(folder, { title, mark, opens }) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = filesUnder(folder);
  const loader = loaderOf(opens);
  const begin = html.search(/<script>\s*\{\s*__sveltekit_/);
  const end = html.lastIndexOf('</script>');
  const program = html.slice(begin + '<script>'.length, end);
  if (begin < 0 || !html.slice(0, begin).includes(hashOf(program)))
    throw new Halt('The page was written in another way than before: its program was not found in it.');
  const dataAddress = (/** @type {string} */ ending, /** @type {string} */ type) => {
    const file = files.find((each) => each.endsWith(ending));
    if (file === undefined) throw new Halt(`The built site holds no ${ending}.`);
    return `data:${type};base64,${readFileSync(file).toString('base64')}`;
  };
  const favicon = dataAddress('favicon.svg', 'image/svg+xml');
  const head = html
    .slice(0, begin)
    .replace(/href="[^"]*favicon\.svg"/, () => `href="${favicon}"`)
    .replace(/url\(([^)]*\.woff2)\)/g, (_, path) => `url(${dataAddress(basename(path), 'font/woff2')})`)
    .replace(/<link href="[^"]*" rel="stylesheet"[^>]*>/g, '')
    .replace(/script-src /, (directive) => `${directive}${hashOf(loader)} `)
    .replace('</head>', () => `  <title>${title}</title>\n    <style>${OPENING_STYLE}</style>\n  </head>`)
    .replace('<body>', () => `<body>\n    ${opening(favicon, mark)}`);
  const held = files
    .filter((file) => !LEFT_OUT.test(file))
    .map((file) => block(nameOf(folder, file), readFileSync(file)));
  const tail = html.slice(end + '</script>'.length).replace('</body>', () => `${held.join('\n')}\n  </body>`);
  return `${head}${block('program', program)}\n<script>${loader}</script>${tail}`;
}
