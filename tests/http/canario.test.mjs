// A canary in every text that a person could have put there: in the database, in a header, in a query,
// in a field. No page, header or file of the portal ever shows it raw.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { one, signedIn, sql } from './mundo.mjs';
import { at, each, filled, formOf, kindOf, open, queries, roles, routes, token, withValue, world } from './recorrido.mjs';

const w = world(), { here, c } = w;
const prefixes = { equal: '=1+1', plus: '+1', minus: '-1', at: '@SUM(A1)', tab: '\t=1', cr: '\r=1' };
const people = Object.entries(prefixes).map(([name, text]) => [name, text, here.bond().id]);

// Columns that hold text of people: none of a key, a link to a code, a secret, the queues, or counters
// that triggers derive; and of tables with a key, by which the old text comes back.
const columns = sql(`SELECT c.table_name, c.column_name,
    coalesce((SELECT string_agg(a.attname, ',') FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
              WHERE i.indrelid = ('portal.' || c.table_name)::regclass AND i.indisprimary), '')
  FROM information_schema.columns c
  WHERE c.table_schema = 'portal' AND c.data_type = 'text' AND c.is_generated = 'NEVER'
    AND EXISTS (SELECT FROM pg_class t WHERE t.oid = ('portal.' || c.table_name)::regclass AND t.relkind = 'r')
    AND c.table_name NOT IN ('cola', 'correo', 'migracion', 'parametro', 'vinculo_palabra', 'intento_acceso', 'avance')
    AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = ('portal.' || c.table_name)::regclass AND i.indisprimary)
    AND c.column_name NOT IN ('clave_hash', 'token', 'csrf')
    AND NOT EXISTS (SELECT FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
                    WHERE k.conrelid = ('portal.' || c.table_name)::regclass AND k.contype IN ('f', 'p') AND a.attname = c.column_name)
  ORDER BY 1, 2`);

// Each column gets its own canary, where its checks allow one; the old text comes back afterwards.
// Triggers sleep meanwhile: what they derive has a canary of its own.
const quiet = (text) => sql(`SET session_replication_role = replica; ${text}`);
const planted = new Map();
const canary = (n) => `<c${n}"''&>`; // the quote doubled for SQL
// As it is; else with the key, for what is unique; else as an address.
const attempts = ([table, column, pk], n) => ['', ` || ${pk.split(',').map((k) => `t.${k}::text`).join(" || '-' || ")}`, ` || '@x.pe'`].map((tail) => `
  DO $do$ BEGIN IF NOT EXISTS (SELECT FROM ${table} WHERE ${column} LIKE '<c${n}"%') THEN
    UPDATE ${table} t SET ${column} = '${canary(n)}'${tail} WHERE ${column} IS NOT NULL; END IF;
  EXCEPTION WHEN check_violation OR unique_violation THEN NULL; END $do$;`).join('');
function plant() {
  // Some at a time: a command line has an end.
  for (let i = 0; i < columns.length; i += 40) quiet(columns.slice(i, i + 40).map((column, k) => attempts(column, i + k)).join(''));
  const counts = quiet(columns.map(([t, k], n) => `SELECT '${n}', EXISTS (SELECT FROM ${t} WHERE ${k} LIKE '<c${n}"%')`).join(' UNION ALL '));
  for (const [n] of counts.filter(([, there]) => there === 't')) {
    const [table, column, pk] = columns[n];
    planted.set(`${table}.${column}`, { n, back: `UPDATE ${table} t SET ${column} = s.${column} FROM canario.${table} s WHERE ${pk.split(',').map((k) => `s.${k} = t.${k}`).join(' AND ')}` });
  }
}
const json = { evento: ['datos'], auditoria: ['antes', 'despues'], registro_borrador: ['datos'] };
const cage = (value) => `(SELECT jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'string' AND key !~ '^(fecha|regimen|grupo|tipo|condicion|modalidad|organo_id|jefe_id|primer|es_)'
    THEN to_jsonb('<j' || key || '"''&>') ELSE value END) FROM jsonb_each(${value}))`;

after(() => {
  quiet([...planted.values()].map(({ back }) => back).join('; '));
  for (const [table, list] of Object.entries(json)) {
    quiet(`UPDATE ${table} t SET ${list.map((k) => `${k} = s.${k}`)} FROM canario.${table} s WHERE s.id = t.id`);
  }
  sql('SET client_min_messages = error; DROP SCHEMA canario CASCADE');
});

const seen = new Set();
// Raw is a tag that a browser would see, or a quote that would close an attribute.
function check(rs, what) {
  const head = JSON.stringify(rs.headers);
  assert.ok(!/<[cjq]\w*"|<[cjq]\w*\\"/.test(head), `${what}: header ${head}`);
  if (/text\/csv/.test(rs.headers['content-type'] ?? '')) return;
  const raw = /.{0,60}(<[cjq]\w+"|<[cjq]\w+&quot;|&lt;[cjq]\w+"|&lt;[cjq]\w+&quot;'|&lt;[cjq]\w+&quot;&#39;&(?!amp;))..{0,40}/s.exec(rs.text);
  assert.equal(raw?.[0], undefined, what);
  for (const [, name] of rs.text.matchAll(/&lt;([cjq]\w+)&quot;&#39;&amp;/g)) seen.add(name);
}

test('the canaries are in their columns', () => {
  const tables = new Set([...columns.map(([t]) => t), ...Object.keys(json)]);
  sql(`SET client_min_messages = error; DROP SCHEMA IF EXISTS canario CASCADE; CREATE SCHEMA canario; ${[...tables].map((t) => `CREATE TABLE canario.${t} AS TABLE portal.${t}`).join('; ')}`);
  sql(`UPDATE vinculo SET documento_sustento = 'x' WHERE entidad_id = ${here.e.id}; UPDATE organo SET sigla = coalesce(sigla, 'X' || id) WHERE entidad_id = ${here.e.id};
    UPDATE usuario SET correo = 'a@b.pe' WHERE id = ${here.ids.usuario}; UPDATE asignacion SET motivo = 'x' WHERE id = ${here.ids.asignacion}`);
  quiet(`UPDATE auditoria SET request = 'x' WHERE id IN (SELECT max(id) FROM auditoria)`);
  plant();
  for (const [table, list] of Object.entries(json)) for (const k of list) quiet(`UPDATE ${table} SET ${k} = ${cage(k)} WHERE jsonb_typeof(${k}) = 'object' AND ${k} <> '{}'`);
  for (const must of ['persona.nombres', 'persona.apellido_paterno', 'vinculo.puesto', 'vinculo.jefe_nombre', 'vinculo.nombre_completo', 'vinculo.documento',
    'entidad.nombre', 'entidad.sigla', 'organo.nombre', 'transferencia.persona_nombre', 'transferencia.motivo', 'sesion.user_agent', 'auditoria.request',
    'rol.nombre', 'regimen.nombre', 'edicion.nombre', 'meta.texto', 'persona.correo', 'usuario.correo', 'asignacion.motivo']) {
    assert.ok(planted.has(must), `${must}: no canary`);
  }
});

test('every page of every role', async () => {
  await each(routes.filter((r) => r.method === 'GET').flatMap((route) => roles.filter((rol) => open(route, rol)).map((rol) => [route, rol])), async ([route, rol]) => {
    const kind = kindOf(route.path), x = kind === 'borrador' && rol === 'ORH_ANALISTA' ? here.analista : c[rol];
    const ids = kind === 'vinculo' ? [here.ids.vinculo, here.ids.cesado, here.saliente.id] : [kind ? here.ids[kind] : ''];
    for (const id of ids) {
      for (const query of [...queries(w), '?vista=imprimir', '?vista=accesos']) {
        const rs = await x.get(at(route, id) + query, { headers: { 'user-agent': `<qagent"'&>` } });
        assert.ok(rs.status < 500, `${rol} ${rs.path}: ${rs.status}`);
        check(rs, `${rol} ${rs.path}`);
      }
    }
  });
  const names = [...planted].filter(([, { n }]) => seen.has(`c${n}`)).map(([k]) => k);
  if (process.env.VERBOSE) console.log('never seen:', [...planted.keys()].filter((k) => !names.includes(k)).join(' '));
  assert.ok(names.length >= 25, `only seen: ${names}`);
  assert.ok([...seen].some((s) => s.startsWith('j')), 'no canary of a json was seen');
});

test('what a query or a form says', async () => {
  await each(routes, async (route) => {
    const kind = kindOf(route.path);
    for (const rol of roles.filter((r) => open(route, r)).slice(0, 3)) {
      const x = kind === 'borrador' && rol === 'ORH_ANALISTA' ? here.analista : c[rol];
      const path = at(route, kind ? here.ids[kind] : '');
      if (route.method === 'GET') {
        const page = await x.get(path);
        const names = new Set([...page.forms.flatMap((f) => f.fields.map((y) => y.name)), 'q', 'volver', 'vista', 'guardado', 'despues', 'desconocido']);
        for (const name of names) {
          const query = new URLSearchParams({ [name]: `<q${name}"'&>` });
          check(await x.get(`${path}?${query}`), `${rol} ${path}?${query}`);
        }
        check(await x.get(`${path}?${new URLSearchParams({ [`<qname"'&>`]: '1' })}`), `${rol} ${path}, a name`);
        check(await x.get(`${path}/%3Cqpath%22'&%3E`), `${rol} ${path}, the path`);
      } else if (route.section !== 'cuenta') {
        for (const query of queries(w)) {
          const form = formOf(await x.get(path + query));
          if (!form) continue;
          const pairs = filled(form).filter(([k]) => k !== 'csrf').map(([k, v]) => (form.fields.find((f) => f.name === k)?.options ? [k, v] : [k, `<q${k}"'&>`]));
          check(await x.post(path, [...pairs, ['csrf', await token(x)]]), `${rol} POST ${path}`);
        }
      }
    }
  });
  assert.ok(['qdocumento', 'qnombre', 'qmotivo', 'qq'].every((n) => seen.has(n)), [...seen].join(' '));
});

// A reader of CSV as strict as the format: rows of fields.
function csv(text) {
  const rows = [[]];
  let at = 0, field = '', quoted = false;
  for (; at < text.length; at++) {
    const ch = text[at];
    if (quoted) {
      if (ch !== '"') field += ch;
      else if (text[at + 1] === '"') { field += '"'; at++; } else quoted = false;
    } else if (ch === '"' && field === '') quoted = true;
    else if (ch === ',' || ch === ';') { rows.at(-1).push(field); field = ''; }
    else if (ch === '\n') { rows.at(-1).push(field.replace(/\r$/, '')); rows.push([]); field = ''; }
    else field += ch;
  }
  if (rows.at(-1).length === 0) rows.pop();
  return rows;
}

test('a file for a spreadsheet: whole rows, and no cell that a formula starts', async () => {
  const boss = signedIn('ORH_JEFE', here.e);
  for (const [, text, id] of people) quiet(`UPDATE vinculo SET puesto = '${text}', nombre_completo = '${text}' || id, jefe_nombre = '${text}' WHERE id = ${id}`);
  await boss.get('/servidor/exportar');
  const rs = await boss.post('/servidor/exportar', { proposito: `Prueba <q"'&>`, formato: 'csv' });
  assert.equal(rs.status, 200);
  check(rs, 'export');
  assert.match(rs.headers['content-disposition'], /^attachment; filename="[A-Za-z0-9._-]+"$/);
  assert.equal(rs.headers['x-content-type-options'], 'nosniff');
  assert.equal(rs.buffer.subarray(0, 3).toString('hex'), 'efbbbf');
  const rows = csv(rs.text.slice(1));
  assert.ok(rows.length > people.length, `${rows.length} rows`);
  assert.deepEqual([...new Set(rows.map((r) => r.length))], [rows[0].length], 'rows of one length');
  assert.deepEqual(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell)), []);
  for (const text of ['=1+1', '@SUM(A1)']) assert.ok(rows.flat().some((cell) => cell.includes(text)), `${text} is in no cell`);
});
