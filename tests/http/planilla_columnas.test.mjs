// A sheet whose titles say too little: somebody says what each column is, once.
import test from 'node:test';
import assert from 'node:assert/strict';
import { book } from './libro.mjs';
import { canary, escaped, newDni, newEntidad, one, refusals, signedIn } from './mundo.mjs';

const titles = ['Código único', 'Quién', 'Plaza', 'Vía', 'Desde', 'Talla'];
const row = (dni, over = {}) => Object.values({ dni, quien: 'Prueba Ñandú, Persona Demo', plaza: 'Analista', via: 'CAS', desde: '02/11/2026', talla: 'XL', ...over });
const answer = { 'k-1': 'documento', 'k-2': 'nombre_completo', 'k-3': 'puesto', 'k-4': 'regimen', 'k-5': 'fecha_ingreso', 'k-6': '' };

async function send(c, rows, head = titles) {
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'raro.xlsx', data: book([head, ...rows]) } });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}

test('asked once; remembered for the next file with these titles; changed while nobody is registered', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await send(c, [row(newDni(), { plaza: canary })]);
  assert.match(c.last.path, /\/columnas$/);
  assert.match(c.last.plain, /¿Qué es cada columna\?/);
  assert.match(c.last.plain, /Por ejemplo: 02\/11\/2026/);
  escaped(assert, c.last);
  await c.get(c.last.path.replace('/columnas', '/vista'));
  assert.match(c.last.plain, /Falta decir qué es cada columna/);
  await c.get(c.last.path.replace('/vista', '/columnas'));
  await c.submit(answer);
  await c.follow();
  assert.match(c.last.plain, /1 entran, 0 por corregir[\s\S]*Columnas que no se usaron: Talla/);
  await send(c, [row(newDni()), row(newDni(), { desde: '31/02/2026' })]);
  assert.match(c.last.path, /\/vista$/);
  assert.match(c.last.plain, /1 entran, 1 por corregir[\s\S]*eligió antes para estos títulos/);
  await c.get(c.last.path.replace('/vista', '/columnas'));
  await c.submit({ 'k-6': 'unidad' });
  await c.follow();
  assert.match(c.last.plain, /1 entran, 1 por corregir[\s\S]*se creará «XL»/);
  await c.post(c.last.path, { accion: 'aceptar' });
  await c.follow();
  assert.doesNotMatch(c.last.plain, /Cambiar qué es cada columna/);
  const path = c.last.path.replace('/vista', '/columnas');
  await c.get(path);
  await c.post(path, answer);
  assert.equal(c.last.status, 422);
  assert.match(c.last.plain, /Ya se registró a alguien de esta planilla/);
});

test('what cannot be: no document, no name, twice the same, none of the list', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await send(c, [row(newDni())]);
  const path = c.last.path;
  for (const [values, says] of [[{ ...answer, 'k-1': '' }, /Indique qué columna es el documento/], [{ ...answer, 'k-2': '' }, /Indique qué columna son los nombres/],
    [{ ...answer, 'k-6': 'puesto' }, /Eligió «Puesto» en dos columnas/], [{ ...answer, 'k-6': 'rol' }, /Elija cada columna de la lista/]]) {
    await c.get(path);
    await c.submit(values);
    assert.equal(c.last.status, 422);
    assert.match(c.last.plain, says);
    const select = c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'k-3');
    assert.equal(select.value, 'puesto', 'as it was chosen');
  }
});

test('a sheet without titles: its first row is a person', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await send(c, [row(newDni())], row(newDni()));
  await c.submit({ ...answer, sin_titulos: '1' });
  await c.follow();
  assert.match(c.last.plain, /2 entran, 0 por corregir/);
  assert.equal(one(`SELECT count(*) FROM planilla_eleccion e JOIN planilla p ON p.clave_titulos = e.clave_titulos WHERE p.id = ${c.last.path.split('/')[2]}`), '0', 'data are no titles');
});

test('some titles are known: they are proposed', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await send(c, [row(newDni())], ['DNI', 'Apellidos y nombres', 'Plaza', 'Régimen', 'Ingreso', 'Talla']);
  const values = c.last.forms.flatMap((f) => f.fields).filter((f) => f.name.startsWith('k-')).map((f) => f.value);
  assert.deepEqual(values, ['documento', 'nombre_completo', '', 'regimen', 'fecha_ingreso', '']);
  await c.submit({ 'k-3': 'puesto' });
  await c.follow();
  assert.match(c.last.plain, /1 entran, 0 por corregir/);
});

test('who may', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await send(c, [row(newDni())]);
  await refusals(assert, c.last.path, { owner: c, foreign: signedIn('ORH_ANALISTA', newEntidad()), role: 'SERVIR_REVISOR', values: answer });
});
