// One setting: within its bounds, once, by an administrator; its history out of the audit.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { canary, escaped, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const path = (clave) => `/servir/ajuste?codigo=${clave}`;
const value = (clave) => one(`SELECT valor || '.' FROM parametro WHERE clave = '${clave}'`).slice(0, -1);
const was = sql("SELECT clave, valor FROM parametro WHERE clave IN ('conservar_cola_dias', 'abierto_horas', 'abierto_nombre')");
after(() => { for (const [clave, valor = ''] of was) sql(`UPDATE parametro SET valor = '${valor}' WHERE clave = '${clave}'`); });

test('another value, pressed twice, and its history', async () => {
  const page = await admin.get(path('conservar_cola_dias'));
  assert.match(page.plain, /Un número entero, de 7 a 3650/);
  for (let i = 0; i < 2; i++) {
    admin.last = page;
    await admin.submit({ valor: ' 45 ' });
    assert.equal(admin.last.status, 303, admin.last.plain);
    assert.match((await admin.follow()).plain, i === 0 ? /Se guardó/ : /Nada cambió/);
  }
  assert.equal(value('conservar_cola_dias'), '45');
  assert.match((await admin.get('/servir/ajustes')).plain, /trabajos hechos de la cola 45 \d\d\/\d\d\/\d{4}[^A-Z]*Cuenta Demo/);
  assert.match((await admin.get(path('conservar_cola_dias'))).plain, /De «30» a «45» \(.*Cuenta Demo/);
});

test('what does not fit is refused and stays in the field', async () => {
  await admin.get(path('conservar_cola_dias'));
  const before = value('conservar_cola_dias');
  for (const valor of ['6', '3651', '-1', '1.5', 'treinta', '', '99999999999', '٣٠', canary]) {
    await admin.submit({ valor });
    assert.equal(admin.last.status, 422, valor);
    assert.match(admin.last.plain, /Escriba un número entero, de 7 a 3650/, valor);
    assert.equal(admin.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'valor').value, valor);
  }
  escaped(assert, admin.last);
  assert.equal(value('conservar_cola_dias'), before);
  await admin.get(path('abierto_nombre'));
  await admin.submit({ valor: '' });
  assert.match(admin.last.plain, /Escriba de 1 a 200 caracteres/);
  await admin.submit({ valor: 'x'.repeat(201) });
  assert.equal(admin.last.status, 422);
  await admin.submit({ valor: canary });
  assert.equal(admin.last.status, 303);
  escaped(assert, await admin.follow());
  escaped(assert, await admin.get(path('abierto_nombre')));
  await admin.get(path('abierto_horas'));
  await admin.submit({ valor: '24' });
  assert.equal(value('abierto_horas'), '24');
  await admin.get(path('abierto_horas'));
  await admin.submit({ valor: '' });
  assert.equal(admin.last.status, 303, 'one that may be empty');
});

test('two at once: the second is told', async () => {
  const other = signedIn('SERVIR_ADMIN');
  await admin.get(path('conservar_cola_dias'));
  await other.get(path('conservar_cola_dias'));
  await admin.submit({ valor: '60' });
  await other.submit({ valor: '90' });
  assert.equal(other.last.status, 422);
  assert.match(other.last.plain, /Otra persona lo cambió antes que usted.*Valor de ahora 60/);
  await other.submit({ valor: '90' });
  assert.equal(other.last.status, 303);
  assert.equal(value('conservar_cola_dias'), '90');
});

test('who may not, and what does not exist', async () => {
  for (const clave of ['no_existe', '', canary]) assert.equal((await admin.get(path(encodeURIComponent(clave)))).status, 404, clave);
  await admin.get(path('conservar_cola_dias'));
  assert.equal((await admin.post('/servir/ajuste', { codigo: 'no_existe', valor: '1' })).status, 404);
  await admin.get(path('conservar_cola_dias'));
  await refusals(assert, path('conservar_cola_dias'), { owner: admin, role: 'SERVIR_REVISOR', values: { codigo: 'conservar_cola_dias', valor: '30' } });
});
