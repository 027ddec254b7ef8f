// The file of a sealed report: see cifras_informes, which seals it. Here: what is no report.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { signedIn } from './mundo.mjs';

test('no such report, no session', async () => {
  const c = signedIn('SERVIR_REVISOR');
  for (const path of ['/cifras/987654321/descarga', '/cifras/0/descarga', '/cifras/x/descarga']) assert.equal((await c.get(path)).status, 404, path);
  assert.equal((await client().get('/cifras/1/descarga')).status, 303);
});
