// Debian's Chromium for the browser tests: pages with and without JavaScript, screenshots at 360 and
// 1280 px, axe, and every message of the console kept as a failure.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { accountOf, base } from '../http/client.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SHOTS ?? 'build/report/shots';
export const WIDTHS = [360, 1280];
let browser;

export async function start() {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return browser;
}

export const stop = () => browser?.close();

// A page of a fresh visitor. `problems` gathers console errors, refused resources and script errors.
export async function visitor({ javascript = true, width = 1280, height = 900, ...more } = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: javascript,
    viewport: { width, height }, locale: 'es-PE', timezoneId: 'America/Lima', baseURL: base.origin,
    bypassCSP: false, reducedMotion: 'reduce', ...more });
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (m) => {
    // The browser's own line about a 4xx page is no fault of the page.
    if (['error', 'warning'].includes(m.type()) && !/Failed to load resource.*status of 4/.test(m.text())) page.problems.push(m.text());
  });
  page.on('pageerror', (e) => page.problems.push(String(e)));
  page.on('requestfailed', (r) => {
    if (r.failure()?.errorText !== 'net::ERR_ABORTED') page.problems.push(`${r.url()}: ${r.failure()?.errorText}`);
  });
  page.on('request', (r) => {
    if (!r.url().startsWith(base.origin) && !r.url().startsWith('data:')) page.problems.push(`leaves the site: ${r.url()}`);
  });
  return page;
}

export async function signIn(page, who) {
  const account = typeof who === 'string' ? accountOf(who) : who;
  await page.goto('/cuenta/ingresar');
  const form = page.locator('form:has(input[type=password])');
  await form.locator('input[type=text], input:not([type])').first().fill(account.documento);
  await form.locator('input[type=password]').fill(account.clave);
  await Promise.all([page.waitForNavigation(), form.locator('button').first().click()]);
  if (new URL(page.url()).pathname === '/cuenta/ingresar') throw new Error(`sign-in of ${account.rol} refused`);
  return account;
}

// A page of somebody whose session a test made: signedIn() of http/mundo.mjs.
export async function as(c, options = {}) {
  const page = await visitor(options);
  await page.context().addCookies([{ name: '__Host-portal', value: c.cookies.get('__Host-portal'), url: base.href, secure: true, httpOnly: true }]);
  return page;
}

// What a journey costs: pages that come, clicks and choices; what is typed is free.
export function counter(page) {
  const count = { pages: 0, clicks: 0 };
  page.on('framenavigated', (f) => { if (f === page.mainFrame()) count.pages++; });
  count.tick = async (what) => { count.clicks++; await what.click(); };
  count.pick = async (what, value) => { count.clicks++; await what.selectOption(value); };
  count.file = async (what, file) => { count.clicks++; await what.setInputFiles(file); };
  count.go = async (what) => { count.clicks++; await Promise.all([page.waitForNavigation(), what.click()]); };
  count.within = (pages, clicks) => assert.ok(count.pages <= pages && count.clicks <= clicks, `${count.pages} pages, ${count.clicks} clicks`);
  return count;
}

// No message of the browser, no violation of axe, nobody scrolls sideways; with its screenshots. axe
// needs scripts: without them it looks at the same address in a page that has them.
export async function fine(page, name) {
  assert.deepEqual(page.problems, []);
  assert.equal(await overflow(page), 0);
  await shot(page, name);
  const cookies = await page.context().cookies();
  const twin = await visitor();
  await twin.context().addCookies(cookies);
  await twin.goto(page.url());
  assert.deepEqual(await axe(twin), []);
  await twin.context().close();
}

// Screenshots of what the page shows now, named for the report.
export async function shot(page, name, widths = WIDTHS) {
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/${name.replace(/[^a-z0-9_-]+/gi, '_')}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}

// Pixels by which the page is wider than a window of `width`: 0 when nobody has to scroll sideways.
export async function overflow(page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const extra = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  await page.setViewportSize(before);
  return Math.max(0, extra);
}

// Violations of WCAG 2.2 AA and axe's best practices, one line each. Run through the debugger, so that
// the page's own policy against scripts stays in force.
export async function axe(page, options = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axeSource });
  const run = `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then((r) =>
    JSON.stringify(r.violations.map((v) => v.id + ': ' + v.help + ' -> ' + v.nodes.map((n) => n.target + ' ' + n.html.slice(0, 120)).join(' | '))))`;
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: run, awaitPromise: true });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(result.value);
}

// The table of `portal --routes`: [{method, path, name, roles, mode}].
export function routes() {
  return execFileSync(`${process.env.BUILD}/portal`, ['--routes'], { encoding: 'utf8' }).trim().split('\n')
    .map((line) => line.split('\t'))
    .map(([method, path, name, roles, mode]) => ({ method, path, name, roles: Number(roles), mode }));
}

export const ROLES = ['SERVIR_ADMIN', 'SERVIR_REVISOR', 'GESTOR', 'ORH_JEFE', 'ORH_ANALISTA', 'JEFE', 'SERVIDOR', 'AUDITOR'];
export const mayOpen = (route, rol) => route.roles === 0 || (route.roles & (1 << ROLES.indexOf(rol))) !== 0;
export const matcher = (path) =>
  new RegExp(`^${path.replace(/\{id\}/g, '[0-9]+').replace(/\{token\}/g, '[A-Za-z0-9_-]{20,}')}$`);
