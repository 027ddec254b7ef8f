// Anybody checks the code of a constancia: valid or not, and no more of the person than initials.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { client } from './client.mjs';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';

const path = '/publico/constancia';
function finished({ persona = newPersona({ nombres: 'Ágata', paterno: 'Demo', materno: 'De Prueba' }), tipo = 'ENTIDAD' } = {}) {
  const e = newEntidad(), v = newVinculo(e, { persona });
  const [[id, code]] = sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() - 1 WHERE vinculo_id = ${v.id} AND tipo = '${tipo}' RETURNING id, constancia`);
  return { e, v, id, code };
}
const dashed = (code) => code.replace(/(....)(....)(....)/, '$1-$2-$3');
async function check(codigo, c = client()) {
  await c.get(path);
  return c.submit({ codigo });
}

test('printed on the constancia, typed by anybody: entity, stage, dates, initials, nothing else', async () => {
  const { e, v, id, code } = finished(), orh = signedIn('ORH_JEFE', e), document = one(`SELECT documento FROM vinculo WHERE id = ${v.id}`);
  const paper = await orh.get(`/etapa/${id}/constancia`);
  assert.match(paper.plain, new RegExp(`Código de verificación: ${dashed(code)} ?\\..*https://[^ ]+${path}`));
  assert.match(paper.text, /<p class="firma">Oficina de recursos humanos<\/p>/);
  assert.ok(!/&nbsp;|____/.test(paper.text));
  const typed = [code, dashed(code), ` ${dashed(code).toLowerCase()} `, dashed(code).replaceAll('0', 'O').replaceAll('1', 'l')];
  for (const one of typed) {
    const rs = await check(one);
    assert.equal(rs.status, 200);
    assert.match(rs.plain, /La constancia es válida Entidad .* Etapa B\. Inducción general a la entidad Persona Á\. D\. D\. P\. Ingreso .* Culminó .* todavía no la ha validado/);
    assert.ok(rs.plain.includes(`Entidad ${/La entidad (.*?) deja constancia/.exec(paper.plain)[1]}`));
    for (const secret of [document, 'Ágata', 'De Prueba ']) assert.ok(!rs.plain.includes(secret), secret);
  }
  sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE id = ${id}`);
  assert.match((await check(code)).plain, /SERVIR la revisó y la validó/);
  assert.deepEqual(sql(`SELECT exito, count(*), count(DISTINCT address) FROM intento_acceso WHERE tipo = 'CONSTANCIA' AND documento_hash = sha256('${code}') GROUP BY 1`), [['t', '5', '1']]);
});

test('a code survives: what was opened again is not valid meanwhile, and is again with the same code', async () => {
  const { id, code } = finished();
  sql(`UPDATE etapa SET estado = 'EN_CURSO', fecha_fin = NULL WHERE id = ${id}`);
  const rs = await check(code);
  assert.match(rs.plain, /Ese código no es de una constancia válida/);
  assert.ok(!rs.plain.includes('Á. D.'));
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE id = ${id}`);
  assert.match((await check(code)).plain, /La constancia es válida/);
  assert.equal(one(`SELECT constancia FROM etapa WHERE id = ${id}`), code);
});

test('twelve letters and figures, each stage its own; malformed, unknown, in an address, markup', async () => {
  assert.equal(one("SELECT count(*) FROM etapa WHERE constancia !~ '^[0-9A-HJKMNP-TV-Z]{12}$'"), '0');
  for (const bad of ['', 'ABC', 'A'.repeat(13), `7K2M-94QX-B3T${canary}`.slice(0, 30), "7K2M'94QXB3TD"]) {
    const rs = await check(bad);
    assert.equal(rs.status, 422);
    assert.match(rs.plain, /doce letras y cifras|solo las letras y cifras|Escriba el código/);
  }
  assert.match((await check('ZZZZ-ZZZZ-ZZZZ')).plain, /no es de una constancia válida/);
  const c = client();
  assert.match((await c.get(`${path}?codigo=7K2M-94QX-B3TD`)).text, /value="7K2M-94QX-B3TD"/);
  assert.ok(!c.last.plain.includes('constancia válida.'), 'an address alone checks nothing');
  escaped(assert, await c.get(`${path}?codigo=${encodeURIComponent(canary)}`));
  assert.equal(one("SELECT count(*) FROM auditoria WHERE despues ->> 'constancia' ~ '^[0-9A-Z]{12}$'"), '0');
  await c.get(path);
  for (const csrf of [null, 'A'.repeat(43)]) assert.equal((await c.post(path, { codigo: 'ZZZZ-ZZZZ-ZZZZ', csrf })).status, 403);
});

test('guessing is slowed down, by nginx and by the database', async () => {
  const conf = readFileSync(`${process.env.STACK_DIR}/nginx/nginx.conf`, 'utf8');
  assert.match(`POST ${path}`, new RegExp(/"~(\^POST.*)" \$binary_remote_addr/.exec(conf)[1]));
  const { code } = finished();
  sql("UPDATE parametro SET valor = '3' WHERE clave = 'constancia_fallos_hora'");
  try {
    for (let i = 0; i < 3; i++) await check('ZZZZ-ZZZZ-ZZZZ');
    const rs = await check(code);
    assert.equal(rs.status, 429);
    assert.match(rs.plain, /Se probaron demasiados códigos/);
    assert.ok(Number(rs.headers['retry-after']) > 0);
  } finally {
    sql("UPDATE parametro SET valor = '30' WHERE clave = 'constancia_fallos_hora'");
  }
});
