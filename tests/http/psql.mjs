// One psql for a whole test file, as the superuser of its stack: a process for each question took
// longer than the question. Over named pipes, because a test goes on only when it has its answer.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MARK = '\x1d';
let psql = null;

function start() {
  const dir = mkdtempSync(join(tmpdir(), 'psql.')), asks = join(dir, 'asks'), says = join(dir, 'says');
  execFileSync('mkfifo', [asks, says]);
  spawn('bash', ['-c', `exec psql -XAtq0 -F $'\\x1f' "$STACK_DB_ADMIN" <${asks} >${says}`],
    { stdio: 'ignore', env: { ...process.env, PGOPTIONS: '-c client_min_messages=error' } }).unref();
  psql = { asks: openSync(asks, 'w'), says: openSync(says, 'r') };
  rmSync(dir, { recursive: true });
}

// What psql says, cut at its three marks; less when it has ended.
function answer(text) {
  try { writeFileSync(psql.asks, text); } catch { /* ended, and so does what it says */ }
  let said = Buffer.alloc(0);
  for (let n, chunk = Buffer.alloc(65536); (n = readSync(psql.says, chunk)) > 0;) {
    said = Buffer.concat([said, chunk.subarray(0, n)]);
    if (said.includes(`${MARK} done\n`)) break;
  }
  return said.toString().split(MARK);
}

// Runs statements as one transaction, as "psql -c" does; their rows as arrays of text. No setting, role
// or lock of theirs is left for the next. A server that started anew since the last question has its own psql.
export function sql(text, again = true) {
  if (!psql) start();
  const whole = `SET search_path = portal, public; SET timezone = 'America/Lima'; ${text}`;
  const [, rows, error, done] = answer(`DISCARD ALL;\n\\echo ${MARK}\nSELECT '${whole.replaceAll("'", "''")}' \\gexec
\\set error :ERROR :LAST_ERROR_MESSAGE\nROLLBACK;\n\\echo ${MARK} :error ${MARK} done\n`);
  if (done === undefined) {
    for (const fd of Object.values(psql)) closeSync(fd);
    psql = null;
    if (again && rows === undefined) return sql(text, false);
    throw new Error('psql: the connection was lost');
  }
  if (!error.startsWith(' false')) throw new Error(`${error.slice(5)}: ${text}`);
  return rows.slice(1).split('\0').filter((line) => line !== '').map((line) => line.split('\x1f'));
}
