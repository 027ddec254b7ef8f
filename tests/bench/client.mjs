// The measurements that need a signed-in person: sessions, latencies, bytes. tests/bench/run calls it:
//   client.mjs session ROL [entidad]     prints the Cookie header of a fresh session (of that entity)
//   client.mjs latency FILE              people and settings of each size in FILE; prints the table
//   client.mjs export FORMAT             everybody as a file; prints rows, bytes and seconds
//   client.mjs bytes                     prints the bytes of first and later visits
//   client.mjs load N                    N requests over the usual pages, eight at a time
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { gunzipSync } from 'node:zlib';
import { parse } from '../http/page.mjs';

const quantile = (xs, q) => [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))];
const pad = (s, n) => String(s).padStart(n);

// One portal with its own connections, so that several sizes can be asked in turns.
class Portal {
  constructor(env) {
    Object.assign(this, env);
    this.base = new URL(env.PORTAL_URL);
    this.agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 8 });
    this.accounts = readFileSync(env.STACK_CUENTAS, 'utf8').split('\n').filter((l) => /^[A-Z_]+\t/.test(l))
      .map((l) => l.split('\t')).map(([rol, documento, clave, , entidad]) => ({ rol, documento, clave, entidad }));
  }

  sql(text) {
    const rs = spawnSync('psql', ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', this.STACK_DB_ADMIN, '-c',
      `SET search_path = portal, public; ${text}`], { encoding: 'utf8' });
    if (rs.status !== 0) throw new Error(rs.stderr);
    return rs.stdout.trim();
  }

  person() {
    return new Person(this);
  }
}

class Person {
  cookies = new Map();

  constructor(portal) {
    this.portal = portal;
  }

  get cookie() {
    return [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  }

  request(method, path, form) {
    const { base, agent } = this.portal;
    const body = form ? new URLSearchParams(form).toString() : undefined;
    const headers = { host: base.host, accept: 'text/html', 'accept-encoding': 'gzip', cookie: this.cookie };
    if (body !== undefined) {
      Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', origin: base.origin,
        'sec-fetch-site': 'same-origin', 'content-length': Buffer.byteLength(body) });
    }
    return new Promise((resolve, reject) => {
      const start = process.hrtime.bigint();
      const rq = https.request({ agent, method, path, headers, host: base.hostname, port: base.port }, (rs) => {
        const chunks = [];
        rs.on('data', (c) => chunks.push(c));
        rs.on('end', () => {
          const ms = Number(process.hrtime.bigint() - start) / 1e6;
          const sent = Buffer.concat(chunks);
          const head = rs.rawHeaders.reduce((n, h, i) => n + h.length + (i % 2 ? 4 : 0), 17);
          for (const line of rs.headers['set-cookie'] ?? []) {
            const [, k, v] = /^([^=]+)=([^;]*)/.exec(line);
            if (v === '') this.cookies.delete(k); else this.cookies.set(k, v);
          }
          const text = (rs.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString('utf8');
          resolve({ status: rs.statusCode, ms, body: sent.length, head, text, location: rs.headers.location });
        });
      });
      rq.on('error', reject);
      rq.end(body);
    });
  }

  async get(path, expected = 200) {
    const rs = await this.request('GET', path);
    if (rs.status !== expected) throw new Error(`GET ${path}: ${rs.status}`);
    return rs;
  }

  // The form of a page as it stands, with some of its values typed over.
  async submit(path, page, values) {
    const form = parse(page.text).find((f) => f.method === 'post' && !f.action.includes('/cuenta/salir'));
    const pairs = form.fields.filter((f) => f.on && !(f.name in values)).map((f) => [f.name, f.value]);
    const rs = await this.request('POST', path, [...pairs, ...Object.entries(values)]);
    if (rs.status !== 303) throw new Error(`POST ${path}: ${rs.status} ${rs.text.match(/class="err">[^<]*/g)}`);
    return rs;
  }

  async signIn(rol) {
    const { documento, clave } = this.portal.accounts.find((a) => a.rol === rol);
    const page = await this.get('/cuenta/ingresar');
    const fields = parse(page.text).flatMap((f) => f.fields);
    await this.submit('/cuenta/ingresar', page, {
      [fields.find((f) => f.type === 'text').name]: documento, [fields.find((f) => f.type === 'password').name]: clave });
    return this;
  }

  // The same account with its role in another entity, for this session only.
  async workFor(entidad) {
    this.portal.sql(`
      INSERT INTO asignacion (usuario_id, rol, entidad_id)
      SELECT a.usuario_id, a.rol, ${entidad} FROM sesion s JOIN asignacion a ON a.id = s.asignacion_id
      ORDER BY s.id DESC LIMIT 1 ON CONFLICT DO NOTHING;
      UPDATE sesion SET asignacion_id = b.id
      FROM asignacion a JOIN asignacion b USING (usuario_id, rol)
      WHERE sesion.id = (SELECT max(id) FROM sesion) AND a.id = sesion.asignacion_id AND b.entidad_id = ${entidad}`);
    return this;
  }
}

// --- the whole registration: three forms, then the ficha ---

let serial = Number(process.hrtime.bigint() / 1000000n) % 9000000;

async function register(person) {
  let ms = 0;
  const took = (rs) => ((ms += rs.ms), rs);
  const documento = String(80000000 + serial++).padStart(8, '0');
  const day = new Date(Date.now() - 5 * 3600e3 - 86400e3).toISOString().slice(0, 10);
  let page = took(await person.get('/servidor/registrar'));
  let rs = took(await person.submit('/servidor/registrar', page, { documento: documento }));
  page = took(await person.get(rs.location));
  const fields = parse(page.text).flatMap((f) => f.fields);
  const known = fields.some((f) => f.name === 'apellido_paterno');
  const regimen = fields.find((f) => f.name === 'regimen').options.find((o) => o.value !== '').value;
  rs = took(await person.submit(rs.location, page, {
    ...(known ? { apellido_paterno: 'Prueba', apellido_materno: 'Medida', nombres: 'Persona Ensayo' } : {}),
    correo: `persona${serial}@demo.example`, fecha_ingreso: day, puesto: 'Analista', regimen }));
  page = took(await person.get(rs.location));
  rs = took(await person.submit(rs.location, page, {}));
  took(await person.get(rs.location));
  return ms;
}

// --- latencies: the sizes take turns, so that a noise of the machine falls on all of them ---

async function journeys(portal) {
  const big = portal.sql(`SELECT entidad_id FROM vinculo WHERE entidad_id <> (SELECT id FROM entidad WHERE clave = 'MIDIS') GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`);
  const ids = (entidad) => portal.sql(`SELECT id FROM vinculo WHERE entidad_id = ${entidad} ORDER BY md5(id::text) LIMIT 50`).split('\n');
  const midis = portal.sql(`SELECT id FROM entidad WHERE clave = 'MIDIS'`);
  const mine = ids(midis), theirs = ids(big);
  const analyst = await portal.person().signIn('ORH_ANALISTA');
  const other = await (await portal.person().signIn('ORH_ANALISTA')).workFor(big);
  const servir = await portal.person().signIn('SERVIR_ADMIN');
  const get = (who, path) => async (i) => (await who.get(typeof path === 'string' ? path : path(i))).ms;
  const gestor = await portal.person().signIn('GESTOR');
  const words = ['prueba', 'ficticio dos', 'sintetico tre', '9900', 'persona veint'];
  const search = (i) => `/servidor/lista?q=${encodeURIComponent(words[i % words.length])}`;
  return {
    'ORH lista, 400 personas': get(analyst, '/servidor/lista'),
    'ORH lista con palabras': get(analyst, search),
    'ORH lista vencidas': get(analyst, '/servidor/lista?estado=VENCIDA'),
    'ORH ficha': get(analyst, (i) => `/servidor/${mine[i % mine.length]}/ficha`),
    'ORH inicio': get(analyst, '/orh/inicio'),
    'entidad mayor, lista': get(other, '/servidor/lista'),
    'entidad mayor, palabras': get(other, search),
    'entidad mayor, vencidas': get(other, '/servidor/lista?estado=VENCIDA'),
    'entidad mayor, ficha': get(other, (i) => `/servidor/${theirs[i % theirs.length]}/ficha`),
    'entidad mayor, inicio': get(other, '/orh/inicio'),
    'SERVIR inicio': get(servir, '/servir/inicio'),
    'SERVIR lista nacional': get(servir, '/servidor/lista'),
    'SERVIR revisión': get(servir, '/servir/revision'),
    'SERVIR revisión, una entidad': get(servir, '/servir/revision?q=midis'),
    'SERVIR revisión, una región': get(servir, '/servir/revision?region=15&etapa=ENTIDAD'),
    'SERVIR lista con palabras': get(servir, search),
    'SERVIR lista vencidas': get(servir, '/servidor/lista?estado=VENCIDA'),
    'cifras SERVIR, por región': get(servir, '/cifras/tablero?por=region'),
    'cifras SERVIR, por entidad': get(servir, '/cifras/tablero?por=entidad'),
    'cifras SERVIR, por mes, filtros': get(servir, '/cifras/tablero?por=mes&regimen=15&sexo=MUJER'),
    'cifras gestor, por región': get(gestor, '/cifras/tablero?por=region'),
    'cifras entidad mayor': get(other, '/cifras/tablero?por=mes'),
    'lista de una cifra nacional': get(servir, '/servidor/lista?vigencia=TODOS&situacion=VENCIDO&regimen=15'),
    'registro completo (7 pasos)': () => register(analyst),
  };
}

async function latency(file) {
  const sizes = JSON.parse(readFileSync(file, 'utf8'));
  const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
  for (const s of sizes) s.journeys = await journeys(new Portal(s.env));
  const names = Object.keys(sizes[0].journeys);
  const took = Object.fromEntries(names.map((n) => [n, sizes.map(() => [])]));
  const failed = new Map();
  for (let i = -5; i < rounds; i++) {
    for (const name of names.filter((n) => !failed.has(n) && (i % 3 === 0 || !n.startsWith('registro')))) {
      for (const [k, s] of sizes.entries()) {
        try {
          const ms = await s.journeys[name](i + 5);
          if (i >= 0) took[name][k].push(ms);
        } catch (e) {
          failed.set(name, e.message);
        }
      }
    }
  }
  console.log(`${'ms p50 / p95'.padEnd(30)}${sizes.map((s) => pad(s.people, 18)).join('')}   p95 a la menor`);
  for (const name of names) {
    if (failed.has(name)) {
      console.log(`${name.padEnd(30)}  no se midió: ${failed.get(name)}`);
      continue;
    }
    const cells = took[name].map((xs) => [quantile(xs, 0.5), quantile(xs, 0.95)]);
    console.log(name.padEnd(30) + cells.map(([a, b]) => pad(`${a.toFixed(1)} / ${b.toFixed(1)}`, 18)).join('') +
      '   ' + cells.slice(1).map(([, b]) => (b / cells[0][1]).toFixed(2)).join('  '));
  }
}

// --- bytes ---

async function visit(person, name, paths) {
  let [body, head] = [0, 0];
  for (const path of paths) {
    const rs = await person.get(path);
    body += rs.body;
    head += rs.head;
  }
  console.log(`${name.padEnd(30)}${pad(paths.length, 4)} pedidos${pad(body, 8)} bytes${pad(body + head, 8)} con cabeceras`);
}

async function bytes() {
  const portal = new Portal(process.env);
  const first = (page) => [...page.text.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="(\/[^"]+)"/g)].map((m) => m[1]);
  const visitor = portal.person();
  for (const path of ['/', '/cuenta/ingresar']) {
    await visit(visitor, `primera visita: ${path}`, [path, ...first(await visitor.get(path))]);
  }
  const analyst = await portal.person().signIn('ORH_ANALISTA');
  const id = portal.sql(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id AND e.clave = 'MIDIS' LIMIT 1`);
  for (const path of ['/orh/inicio', '/servidor/lista', '/servidor/lista?q=prueba', `/servidor/${id}/ficha`, '/servidor/registrar']) {
    await visit(analyst, `después: ${path}`, [path]);
  }
  const page = await analyst.get('/servidor/registrar');
  const rs = await analyst.submit('/servidor/registrar', page, { documento: String(80000000 + serial++) });
  await visit(analyst, 'después: /servidor/datos', [rs.location]);
}

// --- load by number of requests, for the memory ---

async function load(n) {
  const person = await new Portal(process.env).person().signIn('ORH_ANALISTA');
  const id = person.portal.sql(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id AND e.clave = 'MIDIS' LIMIT 1`);
  const paths = ['/servidor/lista', '/orh/inicio', '/servidor/lista?q=prueba', `/servidor/${id}/ficha`, '/servidor/registrar',
    '/servidor/lista?vista=imprimir'];
  let left = n;
  const one = async () => {
    while (left > 0) await person.get(paths[left-- % paths.length]);
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

// --- everybody as a file ---

async function exportAll(format) {
  const servir = await new Portal(process.env).person().signIn('SERVIR_ADMIN');
  const page = await servir.get('/servidor/exportar?vigencia=TODOS');
  const csrf = parse(page.text).find((f) => f.fields.some((x) => x.name === 'proposito')).fields.find((f) => f.name === 'csrf').value;
  const rs = await servir.request('POST', '/servidor/exportar', { csrf, vigencia: 'TODOS', formato: format, proposito: 'Medir la descarga' });
  if (rs.status !== 200) throw new Error(`export: ${rs.status}`);
  console.log(`${format.padEnd(30)}${pad((rs.body / 1e6).toFixed(1), 10)} MB${pad((rs.ms / 1000).toFixed(1), 8)} s`);
}

async function session(rol, entidad) {
  const person = await new Portal(process.env).person().signIn(rol);
  if (entidad) await person.workFor(entidad);
  console.log(person.cookie);
}

const [what, ...args] = process.argv.slice(2);
await { session, latency, bytes, export: exportAll, load: (n) => load(Number(n)) }[what](...args);
process.exit(0);
