// The survey of whoever is signed in: once, when the stages are done, and nothing leads back to them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, newEntidad, newVinculo, one, signedIn, sql } from './mundo.mjs';
import { terminar } from './recorrido.mjs';

const answers = { p1: '5', p2: '4', p3: '3', p4: '1', p5: '0', p6: 'Más tiempo' };
const path = '/encuesta/responder';
const waiting = (e) => Number(one(`SELECT count(*) FROM encuesta_buzon WHERE entidad_id = ${e.id}`));

test('not before the stages are done; each answer asked for; what was typed stays; then once', async () => {
  const e = newEntidad(), v = newVinculo(e), c = signedIn('SERVIDOR', e, v.persona);
  assert.match((await c.get(path)).plain, /se abre cuando sus tres etapas terminan/);
  assert.equal((await c.post(path, answers)).status, 409);
  const orh = signedIn('ORH_ANALISTA', e), home = async () => (await c.get('/mi/inicio')).text.includes('Cuente cómo le fue');
  const offered = async () => (await orh.get(`/servidor/${v.id}/ficha`)).text.includes(`/encuesta/${v.id}/entregar`);
  assert.deepEqual([await home(), await offered()], [false, false], 'announced nowhere');
  terminar(v);
  assert.deepEqual([await home(), await offered()], [true, true], 'on both homes of the matter');
  await c.get(path);
  assert.match(c.last.plain, /No escriba nombres/);
  assert.match(c.last.plain, /útil le fue el curso.*1, nada útil.*5, muy útil/);
  const page = c.last;
  for (const [spoilt, message] of [[{ p1: '' }, /pregunta 1/], [{ p2: '6' }, /pregunta 2/], [{ p4: 'x' }, /pregunta 4/], [{ p6: 'x'.repeat(301) }, /300/]]) {
    c.last = page;
    await c.post(path, { ...answers, p6: canary, ...spoilt });
    assert.equal(c.last.status, 422, JSON.stringify(spoilt));
    assert.match(c.last.plain, message);
    assert.ok(!c.last.text.includes(canary), 'raw');
  }
  assert.equal(waiting(e), 0);
  for (let i = 0; i < 2; i++) {
    c.last = page;
    await c.post(path, answers);
    assert.equal(c.last.status, 303);
  }
  assert.equal(waiting(e), 1, 'sent twice, once');
  assert.match((await c.follow()).plain, /ya se respondió/);
  assert.equal(await home(), false, 'answered, no longer offered');
});

test('a session that ends under the survey leaves no answer with a name', async () => {
  const e = newEntidad(), v = terminar(newVinculo(e)), c = signedIn('SERVIDOR', e, v.persona);
  await c.get(path);
  sql(`UPDATE sesion SET visto_en = now() - interval '31 minutes' WHERE usuario_id = (SELECT id FROM usuario WHERE persona_id = ${v.persona.id})`);
  await c.post(path, answers);
  assert.equal(c.last.location, `/cuenta/ingresar?volver=${encodeURIComponent(path)}&vencida=1`);
  assert.equal(one(`SELECT count(*) FROM formulario_pendiente WHERE ruta LIKE '/encuesta%'`), '0');
});

test('what remains tells nobody who said what', async () => {
  const e = newEntidad(), people = Array.from({ length: 6 }, () => terminar(newVinculo(e)));
  const before = one('SELECT max(id) FROM auditoria');
  const marks = [];
  for (const [i, v] of people.entries()) {
    const c = signedIn('SERVIDOR', e, v.persona);
    await c.get(path);
    await c.post(path, { ...answers, p6: `respuesta ${i}` });
    assert.equal(c.last.status, 303);
    marks.push(one(`SELECT z.xmin FROM encuesta_permiso z JOIN inscripcion i ON i.id = z.inscripcion_id WHERE i.vinculo_id = ${v.id}`));
    if (i === 3) {
      sql('SELECT encuesta_barajar()');
      assert.equal(waiting(e), 4, 'four wait: too few');
      assert.equal(one(`SELECT count(*) FROM encuesta_buzon WHERE xmin::text IN (${marks.map((m) => `'${m}'`)})`), '0', 'written anew');
    }
  }
  sql('SELECT encuesta_barajar()');
  assert.equal(waiting(e), 0);
  const mine = `entidad_id = ${e.id}`;
  assert.equal(one(`SELECT count(*) FROM encuesta_respuesta WHERE ${mine}`), '36');
  // No column of a person, an account, a moment, an order or a sheet.
  assert.deepEqual(sql(`SELECT column_name FROM information_schema.columns WHERE table_schema = 'portal' AND table_name = 'encuesta_respuesta' ORDER BY 1`).flat(),
    ['clave', 'encuesta_id', 'entidad_id', 'mes', 'numero', 'region', 'texto', 'valor']);
  // One transaction wrote all answers and one all permissions: none joins to one person.
  assert.equal(one(`SELECT count(DISTINCT xmin::text) FROM encuesta_respuesta WHERE ${mine}`), '1');
  assert.equal(one(`SELECT count(DISTINCT z.xmin::text) FROM encuesta_permiso z JOIN inscripcion i ON i.id = z.inscripcion_id WHERE i.${mine} AND z.xmin::text IN (${marks.map((m) => `'${m}'`)})`), '0');
  // The order in the table is not that of answering: six in their order by chance is once in 720.
  let sorted = 0;
  for (const by of ['ctid', 'clave']) {
    const order = sql(`SELECT right(texto, 1) FROM encuesta_respuesta WHERE ${mine} AND texto IS NOT NULL ORDER BY ${by}`).flat().join('');
    sorted += order === '012345' ? 1 : 0;
  }
  assert.ok(sorted < 2);
  // Neither audit, nor events, nor looks, nor logs hold an answer.
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE id > ${before} AND tabla LIKE 'encuesta%'`), '0');
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE id > ${before} AND (antes::text LIKE '%respuesta %' OR despues::text LIKE '%respuesta %')`), '0');
  assert.equal(one("SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relname ~ '^encuesta_(permiso|buzon|respuesta)$' AND NOT t.tgisinternal"), '0');
  // The web worker reads none of the three.
  assert.equal(one("SELECT count(*) FROM unnest(ARRAY['permiso', 'buzon', 'respuesta']) t WHERE has_any_column_privilege('portal_app', 'portal.encuesta_' || t, 'SELECT, INSERT, UPDATE')"), '0');
});

test('who may not', async () => {
  const e = newEntidad();
  assert.equal((await signedIn('ORH_JEFE', e).get(path)).status, 403);
  const v = terminar(newVinculo(e)), c = signedIn('SERVIDOR', e, v.persona);
  await c.get(path);
  assert.equal((await c.post(path, { ...answers, csrf: null })).status, 403);
  assert.equal(waiting(e), 0);
});
