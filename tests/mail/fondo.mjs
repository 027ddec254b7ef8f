// What the tests of the background worker share: the database, a worker of their own, a mail server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { sql } from '../http/psql.mjs';

export { sql };

const { STACK_DIR, STACK_DB_ADMIN, BUILD } = process.env;
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The same value every 50 ms until it is what `good` asks for.
export async function until(what, read, good = Boolean, ms = 12000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await read();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(value)} after ${ms} ms`);
    await pause(50);
  }
}

// A connection that stays open, to hold locks.
export async function locked(text) {
  const child = spawn('psql', ['-XqAt', STACK_DB_ADMIN], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`SET search_path = portal, public; BEGIN; ${text}; SELECT 'locked';\n`);
  for await (const line of createInterface(child.stdout)) if (line === 'locked') break;
  return async () => {
    child.stdin.end('ROLLBACK;\n');
    if (child.exitCode === null) await once(child, 'exit');
  };
}

// A test that failed leaves its workers behind; they would keep its file from ending.
const left = new Set();
after(() => left.forEach((child) => child.kill('SIGKILL')));

export class Worker {
  log = '';

  constructor(extra = {}) {
    const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
    for (const line of readFileSync(`${STACK_DIR}/worker.env`, 'utf8').split('\n').filter(Boolean)) {
      env[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
    this.child = spawn(`${BUILD}/portal-worker`, [], { env: { ...env, ...extra }, stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr.on('data', (chunk) => { this.log += chunk; });
    left.add(this.child);
    this.child.on('exit', () => left.delete(this.child));
  }

  async ready() {
    await until('worker connects', () => this.log, (log) => log.includes('database connected'));
    return this;
  }

  // Its exit code, or the signal that ended it.
  async stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode ?? this.child.signalCode;
  }
}

const header = (text) => text.replace(/\r\n[ \t]/g, ' ')
  .replace(/=\?UTF-8\?B\?([^?]*)\?=( (?==\?))?/gi, (_, coded) => Buffer.from(coded, 'base64').toString('latin1'));
const utf8 = (text) => Buffer.from(text, 'latin1').toString('utf8');

// Raw mail to headers in lower case and a decoded body.
export function readMail(data) {
  const raw = Buffer.from(data, 'base64').toString('latin1');
  const cut = raw.indexOf('\r\n\r\n');
  const headers = {};
  for (const line of raw.slice(0, cut).replace(/\r\n([ \t])/g, '\r\n$1').split(/\r\n(?![ \t])/)) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    (headers[name] ??= []).push(utf8(header(line.slice(name.length + 1).trim())));
  }
  let body = raw.slice(cut + 4);
  if (/base64/i.test(headers['content-transfer-encoding']?.[0])) {
    body = Buffer.from(body, 'base64').toString('latin1');
  }
  return { raw, headers, body: utf8(body) };
}

export class MailServer {
  mails = [];

  async start() {
    const script = fileURLToPath(new URL('./smtpd.py', import.meta.url));
    this.child = spawn('/usr/bin/python3', [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(this.child.stdout);
    const [first] = await once(lines, 'line');
    lines.on('line', (line) => {
      const mail = JSON.parse(line);
      this.mails.push({ ...mail, ...readMail(mail.data) });
    });
    this.settings = { PORTAL_SMTP: `smtp://127.0.0.1:${JSON.parse(first).port}`, PORTAL_SMTP_DE: 'induccion@portal.example' };
    return this;
  }

  // What came to an address, once n mails did.
  async got(address, n = 1) {
    await until('mails', () => this.to(address).length, (count) => count >= n);
    return this.to(address);
  }

  to(address) {
    return this.mails.filter((mail) => mail.to.includes(address));
  }

  async stop() {
    this.child.kill();
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

const quote = (text) => `'${String(text).replaceAll("'", "''")}'`;
let count = 0;
// All of it as it was at one moment.
const row = (names, text) => { const [values] = sql(text); return Object.fromEntries(names.map((name, i) => [name, values[i]])); };

// Puts a mail into the outbox and its job into the queue; `who` is the name before the @.
export function enqueue(who, { subject = 'Asunto', body = 'Texto', secret = false } = {}) {
  const to = `${who}-${process.pid}-${++count}@entidad.example`;
  const [[id]] = sql(`SELECT correo_encolar(${quote(to)}, ${quote(to)}, ${quote(subject)}, ${quote(body)}, 'Prueba',
    ${secret}, NULL)`);
  return {
    id,
    to,
    mail: () => row(['estado', 'error', 'cuerpo', 'enviado_en'], `SELECT estado, error, cuerpo, enviado_en FROM correo WHERE id = ${id}`),
    job: () => row(['id', 'estado', 'intentos', 'error', 'espera'], `SELECT id, estado, intentos, error,
      round(extract(epoch FROM proximo_en - now()) / 60) FROM cola WHERE clave = 'correo-${id}'`),
    due: () => sql(`UPDATE cola SET proximo_en = now() WHERE clave = 'correo-${id}'; NOTIFY cola`),
  };
}
