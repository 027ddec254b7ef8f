// One sealed report: see cifras_informes, which seals it. Here: what is no report.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { signedIn } from './mundo.mjs';

test('no such report, no session', async () => {
  const c = signedIn('SERVIR_REVISOR');
  for (const path of ['/cifras/987654321/informe', '/cifras/0/informe', '/cifras/x/informe']) assert.equal((await c.get(path)).status, 404, path);
  assert.equal((await client().get('/cifras/1/informe')).status, 303);
});
