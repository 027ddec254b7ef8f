// Every page of routes.def in a real browser: seen at 360 and 1280 px, without sideways scroll at 320,
// without a violation that axe finds, without a message in the console, and readable without JavaScript.
// Pages with an {id} are reached by the links of other pages, as a person would.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { axe, matcher, mayOpen, overflow, ROLES, routes, shot, signIn, start, stop, visitor } from './harness.mjs';
import { accounts, base } from '../http/client.mjs';
import { at, kindOf, world } from '../http/recorrido.mjs';

// Reached only with a secret of one's own, or no page at all; journeys of their own test them.
const APART = [/\{token\}/, /\/exportar$/, /\/descarg(ar|a)$/, /^\/planilla\/(plantilla$|\{id\}\/)/, /\/archivo$/, /^\/cuenta\/salir$/];
// Says nothing without a parameter: reached by links alone.
const ASKS = ['/servir/ajuste'];
const pages = routes().filter((r) => r.method === 'GET' && !APART.some((x) => x.test(r.path)));
const seen = new Set();

before(start);
after(stop);

async function check(page, route, label) {
  assert.equal(await page.locator('h1').count(), 1, 'one h1');
  assert.equal(await page.locator('main').count(), 1, 'one main');
  assert.match(await page.title(), /\S/);
  await shot(page, label);
  assert.equal(await overflow(page), 0, 'scrolls sideways at 320 px');
  assert.deepEqual(await axe(page), [], 'axe');
  assert.deepEqual(page.problems.splice(0), [], 'console');
}

// Opens what this role may open and nobody opened before; links found on the way lead to the rest.
async function walk(t, page, role) {
  const mine = pages.filter((r) => (role ? r.roles !== 0 && mayOpen(r, role) : r.roles === 0));
  const queue = mine.filter((r) => !r.path.includes('{') && !ASKS.includes(r.path)).map((r) => r.path);
  const tried = new Set();
  for (let path; (path = queue.shift()) !== undefined; ) {
    const route = mine.find((r) => matcher(r.path).test(path.split('?')[0]));
    if (!route || tried.has(route.path)) continue;
    tried.add(route.path);
    const answer = await page.goto(path);
    if (answer.status() === 404 && route.path.includes('{')) { tried.delete(route.path); continue; }
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => new URL(a.href)).map((u) => u.pathname + u.search));
    queue.push(...links);
    if (seen.has(route.path)) continue;
    seen.add(route.path);
    await t.test(`${role ?? 'anyone'} ${route.path}`, async () => {
      assert.equal(answer.status(), 200);
      await check(page, route, `${route.path === '/' ? 'portada' : route.path.slice(1)}`);
    });
  }
}

test('pages without a session', async (t) => {
  const page = await visitor();
  await walk(t, page, null);
  await page.context().close();
});

for (const role of ROLES.filter((r) => accounts.some((a) => a.rol === r))) {
  test(`pages of ${role}`, async (t) => {
    const page = await visitor();
    await signIn(page, role);
    await walk(t, page, role);
    await page.context().close();
  });
}

test('an account for each role', () => {
  assert.deepEqual(ROLES.filter((r) => !accounts.some((a) => a.rol === r)), []);
});

// What the demonstration has nothing for: a plan on its way, a course with results, a sample, a report.
test('pages of a small world', async (t) => {
  const { here, c } = world();
  for (const route of pages.filter((r) => r.path.includes('{') && !seen.has(r.path))) {
    for (const role of ROLES.filter((r) => mayOpen(route, r))) {
      const page = await visitor();
      await page.context().addCookies([{ name: '__Host-portal', value: c[role].cookies.get('__Host-portal'), url: base.href, secure: true, httpOnly: true }]);
      const answer = await page.goto(at(route, here.ids[kindOf(route.path)]));
      if (answer.status() === 200 && matcher(route.path).test(new URL(page.url()).pathname)) {
        seen.add(route.path);
        await t.test(`${role} ${route.path}`, () => check(page, route, route.path.slice(1)));
      }
      await page.context().close();
      if (seen.has(route.path)) break;
    }
  }
});

test('every page was reached', () => {
  assert.deepEqual(pages.map((r) => r.path).filter((p) => !seen.has(p)), []);
});

test('pages that nginx and the portal give for errors', async (t) => {
  const page = await visitor();
  for (const path of ['/no-existe', '/static/no-existe.css', '/static/error/503.html']) {
    await t.test(path, async () => {
      await page.goto(path);
      await check(page, null, `error${path}`);
    });
  }
  await page.context().close();
});

test('without JavaScript the way in is the same', async () => {
  const page = await visitor({ javascript: false, width: 360 });
  const home = await page.goto('/');
  assert.equal(home.status(), 200);
  assert.equal(await page.locator('h1').isVisible(), true);
  for (const { rol } of accounts.filter((a) => a.rol === 'ORH_ANALISTA').slice(0, 1)) {
    await signIn(page, rol);
    assert.equal(await page.locator('h1').isVisible(), true);
    await shot(page, 'sin-javascript', [360]);
  }
  await page.context().close();
});
