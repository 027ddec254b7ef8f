// The portfolio as a file: the rows of the list, the purpose on record.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntidad, one, refusals } from './mundo.mjs';
import { gestor, newContacto } from './seguimiento.mjs';

test('the rows of the list, with their reasons; what for stays on record', async () => {
  const a = newEntidad('=Entidad "rara", S.A.'), b = newEntidad(), g = gestor(a, b);
  newContacto(g, a, -70);
  await g.get('/seguimiento/exportar?luz=ROJO');
  assert.match(g.last.plain, /1 entidad: exactamente/);
  await g.submit({ proposito: 'corto' });
  assert.equal(g.last.status, 422);
  await g.submit({ proposito: 'Informe mensual de prueba' });
  assert.equal(g.last.status, 200);
  assert.match(g.last.headers['content-disposition'], /^attachment.*seguimiento-\d{4}-\d\d-\d\d\.csv/);
  const lines = g.last.text.replace('\ufeff', '').trim().split('\r\n');
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^Código,Entidad,RUC,Nivel de gobierno,Región,Gestor,Semáforo,Razones/);
  assert.match(lines[1], /"'=Entidad ""rara"", S\.A\.".*,Rojo,"?sin contacto hace 70 días; sin jefatura de ORH en el portal"?,/);
  assert.equal(one(`SELECT filas || ' ' || proposito FROM exportacion WHERE usuario_id = ${g.usuario}`), '1 Informe mensual de prueba');
  await refusals(assert, '/seguimiento/exportar', { owner: g, role: 'ORH_JEFE', values: { proposito: 'Informe mensual de prueba' } });
});
