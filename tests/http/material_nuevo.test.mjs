// A material: a file or a link, for whom it says, given back as it came.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), admin = signedIn('SERVIR_ADMIN');
const pdf = (word) => Buffer.from(`%PDF-1.4\n% ${word}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`);
async function send(c, values, file) {
  await c.get('/material/nuevo');
  return c.upload('/material/nuevo', { titulo: 'Guía', enlace: '', etapa: '', descripcion: '', ...values }, file ? { archivo: file } : {});
}
const find = (titulo, entidad = e.id) => one(`SELECT id FROM material WHERE titulo = '${titulo}' AND entidad_id IS NOT DISTINCT FROM ${entidad ?? 'NULL'}`);

test('a file goes in and comes back the same, as an attachment; twice is once', async () => {
  const data = pdf(e.sigla);
  for (let i = 0; i < 2; i++) {
    assert.equal((await send(orh, { titulo: 'Reglamento', para_servidor: '1', para_jefe: '1', descripcion: canary }, { filename: 'regla.pdf', data })).status, 303, orh.last.plain);
  }
  const id = find('Reglamento');
  assert.equal(one(`SELECT count(*) FROM material WHERE entidad_id = ${e.id} AND titulo = 'Reglamento'`), '1');
  escaped(assert, await orh.follow());
  const rs = await orh.get(`/material/${id}/archivo`);
  assert.ok(rs.buffer.equals(data));
  assert.match(rs.headers['content-disposition'], /^attachment; filename="material-\d+\.pdf"$/);
  assert.equal(rs.headers['x-content-type-options'], 'nosniff');
});

test('a Word document is taken by its content; a program is not, whatever its name', async () => {
  const dir = mkdtempSync('/tmp/material.');
  const parts = { '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>', 'word/document.xml': '<w:document/>' };
  writeFileSync(`${dir}/hacer.py`, `import zipfile, json, sys
parts = json.loads(sys.argv[1])
with zipfile.ZipFile(sys.argv[2], "w") as z:
    for k, v in parts.items():
        z.writestr(k, v)
`);
  execFileSync('python3', [`${dir}/hacer.py`, JSON.stringify(parts), `${dir}/x.docx`]);
  const data = readFileSync(`${dir}/x.docx`);
  assert.equal((await send(orh, { titulo: 'Formato', para_orh: '1' }, { filename: 'x.docx', data })).status, 303, orh.last.plain);
  assert.match((await orh.get(`/material/${find('Formato')}/archivo`)).headers['content-disposition'], /\.docx"/);
  for (const bad of [Buffer.from('MZ\x90\0programa'), Buffer.from('<script>alert(1)</script>'), Buffer.from('PK\x03\x04roto')]) {
    const rs = await send(orh, { titulo: 'Malo', para_orh: '1' }, { filename: 'malo.docx', data: bad });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, /Elija un PDF, una imagen o un documento/);
  }
  assert.equal(find('Malo'), undefined);
});

test('what is wrong is said, and what was typed stays', async () => {
  for (const [values, file, says] of [
    [{ titulo: '', enlace: 'https://example.org/', para_orh: '1' }, null, /Escriba el nombre/], [{ titulo: 'Vacío', para_orh: '1' }, null, /Escriba el enlace o elija un archivo/],
    [{ titulo: 'Sin nadie', enlace: 'https://example.org/' }, null, /Marque por lo menos para quiénes/],
    [{ titulo: 'Los dos', enlace: 'https://example.org/', para_orh: '1' }, { filename: 'a.pdf', data: pdf('a') }, /no los dos/],
    [{ titulo: 'Malo', enlace: 'javascript:alert(1)', para_orh: '1' }, null, /empieza con https/], [{ titulo: 'Malo', enlace: 'https://', para_orh: '1' }, null, /empieza con https/],
    [{ titulo: 'Reglamento', enlace: 'https://example.org/', para_orh: '1' }, null, /Ya hay un material vigente/],
    [{ titulo: 'Enorme', para_orh: '1' }, { filename: 'a.pdf', data: Buffer.concat([pdf('a'), Buffer.alloc(5 * 1024 * 1024)]) }, /pesa demasiado/]]) {
    const rs = await send(orh, values, file);
    assert.equal(rs.status, 422, JSON.stringify(values));
    assert.match(rs.plain, says);
    if (values.enlace) assert.ok(rs.text.includes(`value="${values.enlace}"`));
  }
});

test('each sees what is for them, of SERVIR or of their entity', async () => {
  const boss = newPersona(), chief = newVinculo(e, { persona: boss }), v = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${chief.id} WHERE id = ${v.id}`);
  const own = signedIn('SERVIDOR', e, v.persona), jefe = signedIn('JEFE', e, boss);
  const word = e.sigla;
  await send(admin, { titulo: `De SERVIR ${word}`, enlace: 'https://example.org/servir', para_servidor: '1' });
  await send(admin, { titulo: `Para ORH ${word}`, para_orh: '1' }, { filename: 'p.pdf', data: pdf(`orh ${word}`) });
  await send(orh, { titulo: `Del jefe ${word}`, enlace: 'https://example.org/jefe', para_jefe: '1' });
  const other = signedIn('SERVIDOR', newEntidad(), newVinculo(newEntidad()).persona);
  const orhOnly = find(`Para ORH ${word}`, null);
  for (const [c, path, sees] of [[own, '/mi/materiales', [`De SERVIR ${word}`, 'Reglamento']], [jefe, '/mi/materiales', [`Del jefe ${word}`, 'Reglamento']],
    [orh, '/material/lista', [`De SERVIR ${word}`, `Para ORH ${word}`, `Del jefe ${word}`, 'Reglamento']], [other, '/mi/materiales', [`De SERVIR ${word}`]],
    [signedIn('ORH_JEFE', newEntidad()), '/material/lista', [`De SERVIR ${word}`, `Para ORH ${word}`]]]) {
    const rs = await c.get(path);
    for (const t of [`De SERVIR ${word}`, `Para ORH ${word}`, `Del jefe ${word}`, 'Reglamento']) {
      // Another entity may have one called alike.
      if (t !== 'Reglamento' || [own, jefe, orh].includes(c)) assert.equal(rs.plain.includes(t), sees.includes(t), `${path} ${t}`);
    }
  }
  assert.equal((await own.get(`/material/${orhOnly}/archivo`)).status, 404);
  assert.equal((await orh.get(`/material/${orhOnly}/archivo`)).status, 200);
  for (const c of [other, signedIn('ORH_JEFE', newEntidad()), signedIn('GESTOR')]) assert.equal((await c.get(`/material/${find('Reglamento')}/archivo`)).status, 404);
  assert.equal((await orh.get('/material/999999999/archivo')).status, 404);
});

test('who may not', async () => {
  await refusals(assert, '/material/nuevo', { owner: orh });
  assert.equal((await orh.upload('/material/nuevo', { titulo: 'Ajeno', para_orh: '1', enlace: 'https://example.org/', csrf: 'A'.repeat(43) })).status, 403);
  assert.equal(find('Ajeno'), undefined);
});
