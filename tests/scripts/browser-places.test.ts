import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { browserPlaces } from '../../scripts/setup/browser.mjs';

test('a browser that the environment names comes before one on PATH', () => {
  const places = browserPlaces(
    { CHROME_PATH: '/my/chrome', PATH: ['/bin', '/opt'].join(delimiter) },
    'linux'
  );
  const names = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium'];
  expect(places.slice(0, 7)).toEqual([
    '/my/chrome',
    ...names.flatMap((name) => [join('/bin', name), join('/opt', name)])
  ]);
});

test('the usual places of each system are looked at', () => {
  expect(browserPlaces({ HOME: '/home/me' }, 'darwin')).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  );
  expect(browserPlaces({ PROGRAMFILES: 'C:' }, 'win32')).toContain(
    join('C:', 'Google', 'Chrome', 'Application', 'chrome.exe')
  );
  expect(browserPlaces({}, 'linux')).toContain('/usr/lib/chromium/chromium');
});
