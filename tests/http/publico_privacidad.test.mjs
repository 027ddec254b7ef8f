import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';

test('/publico/privacidad needs no session, and is complete', async () => {
  const rs = await client().get('/publico/privacidad');
  assert.equal(rs.status, 200);
  assert.ok(rs.h1.length > 3);
  assert.ok(!/\{\{/.test(rs.text));
  assert.match(rs.headers['content-security-policy'], /default-src 'none'/);
  assert.equal(rs.headers['x-content-type-options'], 'nosniff');
  assert.match(rs.plain, /Versión 3, del/);
  for (const stored of ['Documento', 'sexo', 'fecha de nacimiento', 'jefe inmediato', 'Correo y teléfono', 'dirección IP', 'navegador']) {
    assert.ok(rs.plain.includes(stored), stored);
  }
});

test('/publico/privacidad tells a person who signed in who they are', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  const rs = await c.get('/publico/privacidad');
  assert.equal(rs.status, 200);
  assert.match(rs.plain, /Cuenta Demo/);
});
