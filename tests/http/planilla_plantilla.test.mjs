// The template to fill in; that its titles are understood is tested with the upload.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, refusals, signedIn } from './mundo.mjs';

test('a file of titles, for an ORH', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  const rs = await c.get('/planilla/plantilla');
  assert.match(rs.headers['content-disposition'], /attachment; filename="planilla\.csv"/);
  assert.match(rs.text, /^\ufeffsep=;\r\nTipo de documento;Documento;/);
  await refusals(assert, '/planilla/plantilla', { owner: c, role: 'SERVIDOR' });
});
